import type { Proposal } from './proposal.ts';
import { type Mention, measureOf, type Sentence } from './sentence.ts';

const EARLIER = /去年|上年|上一年|同期|往年|以前|上月|上季度|此前/;

/** 去年办件100件，今年150件，同比增长50%; and means: 10天办理300件，日均30件. */
export function* proposeChanges(sentence: Sentence): Generator<Proposal> {
  yield* growth(sentence);
  yield* means(sentence);
}

function* growth({ mentions, folded }: Sentence): Generator<Proposal> {
  for (const [index, figure] of mentions.entries()) {
    const words = figure.lead.slice(-12);
    const times = figure.printed.unit === '倍' || figure.printed.unit === '番';
    if (!(figure.printed.percent && figure.printed.unit === '') && !times) continue;
    if (!/增长|增加|上升|提高|下降|减少|降低|翻|增幅|降幅/.test(words + figure.printed.text))
      continue;
    const before = mentions.slice(0, index).filter(isValue);
    const [a, b] = before.slice(-2);
    if (a === undefined || b === undefined || measureOf(a) !== measureOf(b)) continue;
    const order = orderOf(a, b, folded);
    const [old, now] = order === 'later-first' ? [b, a] : [a, b];
    const down = /下降|减少|降低|降幅/.test(words);
    const change = down ? `${old.name} − ${now.name}` : `${now.name} − ${old.name}`;
    const times1 = `(${change}) ÷ ${old.name}`;
    const ratio = `${now.name} ÷ ${old.name}`;
    const grows = /(?:增长|增加|提高|提升)了?\s*$/.test(words);
    const both = grows ? [times1] : [times1, ratio];
    const workings = !times ? [times1] : figure.printed.unit === '番' ? [ratio] : both;
    const sure = order !== 'unknown' && before.length === 2 && !/由|从/.test(a.lead);
    yield { figure, workings, sure: sure && figure.lead.length <= 24 };
  }
}

function isValue(mention: Mention): boolean {
  return !mention.printed.percent && mention.printed.unit !== '倍' && mention.printed.unit !== '番';
}

function orderOf(
  a: Mention,
  b: Mention,
  folded: string,
): 'earlier-first' | 'later-first' | 'unknown' {
  if (EARLIER.test(b.lead)) return 'later-first';
  if (EARLIER.test(a.lead)) return 'earlier-first';
  const years = [a, b].map((each) => /(\d{4})年[^年]*$/.exec(folded.slice(0, each.start))?.[1]);
  const [first, second] = years;
  if (first === undefined || second === undefined || first === second) return 'unknown';
  return first < second ? 'earlier-first' : 'later-first';
}

/** A number of a part says nothing of the mean of all. */
const PART_OF = /居前|位居|前[一二三四五六七八九十\d]+[位名]|其中|部分|主要/;

function* means({ mentions }: Sentence): Generator<Proposal> {
  for (const [index, figure] of mentions.entries()) {
    if (!/平均|人均|日均|月均|户均|均/.test(figure.lead.slice(-8)) || figure.printed.percent)
      continue;
    const before = mentions.slice(0, index).filter((each) => !each.printed.percent);
    const totals = before.filter((each) => measureOf(each) === measureOf(figure));
    const pairs = totals.flatMap((total) =>
      before.filter((each) => each !== total).map((each) => `${total.name} ÷ ${each.name}`),
    );
    if (pairs.length === 0) continue;
    const whole = !before.some(({ label }) => PART_OF.test(label));
    yield { figure, workings: pairs, sure: whole && pairs.length === 1 && before.length === 2 };
  }
}
