import type { Law } from '../../model/schema.gen.ts';
import { say, type Words } from '../../model/words.ts';
import { articleNumbers, bareText } from '../../text/article.ts';
import { basesOf, lawOf, titleOf } from '../bases.ts';
import type { Rule } from '../rule.ts';

/** A quotation stands in the article it is said to be from, word for word. */
export const quoteAgainstLaw: Rule = {
  id: 'quote-against-law',
  severity: 'error',
  title: say('引用的条文与法律原文不一致', 'a quotation unlike the text of the law'),
  why: say(
    '条文内容要逐字引用。删去一段的地方写省略号，不能改动一个字。',
    'An article is quoted word for word; a gap is marked with an ellipsis.',
  ),
  bad: `basis:
  - law: 取水许可和水资源费征收管理条例
    article: 第十九条
    quote: 审批机关应当自受理取水申请之日起30个工作日内决定批准或者不批准。
files:
  laws/water-abstraction-regulation.yaml:
    id: water-abstraction-regulation
    name: 取水许可和水资源费征收管理条例
    rank: 行政法规
    articles:
      第十九条: 审批机关应当自受理取水申请之日起45个工作日内决定批准或者不批准。`,
  good: `basis:
  - law: 取水许可和水资源费征收管理条例
    article: 第十九条
    quote: 审批机关应当自受理取水申请之日起45个工作日内决定批准或者不批准。
files:
  laws/water-abstraction-regulation.yaml:
    id: water-abstraction-regulation
    name: 取水许可和水资源费征收管理条例
    rank: 行政法规
    articles:
      第十九条: 审批机关应当自受理取水申请之日起45个工作日内决定批准或者不批准。`,
  *item({ value }, { catalog }) {
    for (const { pointer, basis } of basesOf(value)) {
      const law = lawOf(catalog, basis.law)?.value;
      if (law === undefined || basis.quote === undefined) continue;
      const text = textOf(law, basis.article ?? '');
      const stray = text === undefined ? undefined : strayPiece(basis.quote, text);
      if (stray === undefined) continue;
      const place = `${titleOf(catalog, basis)}${basis.article ?? ''}`;
      yield {
        pointer: `${pointer}/quote`,
        range: stray.range,
        message: wordsOf(stray, place),
        hint: say('照原文逐字改正，或改正条号', 'quote word for word, or mend the article'),
      };
    }
  },
};

interface Stray {
  /** Characters of the quotation, from the first that differs. */
  readonly range: readonly [number, number];
  /** What both have before the first difference; blank where they have nothing in common. */
  readonly before: string;
  readonly here: string;
  readonly there: string;
}

function wordsOf({ before, here, there }: Stray, place: string): Words {
  if (before === '') {
    return say(`这段话在${place}里找不到`, `these words do not stand in ${place}`);
  }
  const [now, law] = [here, there].map((text) => (text === '' ? '到此为止' : `“${text}”`));
  return say(
    `与${place}的原文不同：“${before}”后面，原文是${law}，这里是${now}`,
    `unlike ${place}: after “${before}” it says ${there}, not ${here}`,
  );
}

/** The text of all articles that a reference names; undefined when one of them is not there. */
function textOf(law: Law, reference: string): string | undefined {
  const articles = Object.entries(law.articles ?? {});
  const numbers = articleNumbers(reference);
  const texts = numbers.map((number) => {
    return articles.find(([each]) => articleNumbers(each)[0] === number)?.[1];
  });
  if (numbers.length === 0 || texts.some((each) => each === undefined)) return undefined;
  return bareText(texts.join(''));
}

/** The first piece between ellipses that the text does not have, from where it differs. */
function strayPiece(quote: string, text: string): Stray | undefined {
  for (const match of quote.matchAll(/[^…]+/g)) {
    const head = /^\s*第[零一二三四五六七八九十百]+条[:：\s]?/.exec(match[0])?.[0] ?? '';
    const piece = match[0].slice(head.length);
    const bare = bareText(piece);
    if (bare === '' || text.includes(bare) || text.includes(bare.replace(/\.$/, ''))) continue;
    const start = [...quote.slice(0, match.index + head.length)].length;
    return firstDifference(piece, bare, text, start);
  }
  return undefined;
}

/** At least so much has to be the same before a difference is worth telling. */
const LEAST_SAME = 4;
const SHOWN = 8;

function firstDifference(piece: string, bare: string, text: string, start: number): Stray {
  const same = beforeNumber(bare, text, commonLength(bare, text));
  const whole = [start, start + [...piece].length] as const;
  if (same < LEAST_SAME) return { range: whole, before: '', here: '', there: '' };
  const at = text.indexOf(bare.slice(0, same)) + same;
  const characters = [...piece];
  let passed = 0;
  const from = characters.findIndex((each) => {
    const counts = bareText(each).length;
    passed += counts;
    return counts > 0 && passed > same;
  });
  return {
    range: from < 0 ? whole : [start + from, whole[1]],
    before: bare.slice(Math.max(0, same - SHOWN), same),
    here: bare.slice(same, same + SHOWN),
    there: text.slice(at, at + SHOWN),
  };
}

/** How long a beginning of `bare` stands in `text`; found by halving. */
function commonLength(bare: string, text: string): number {
  let [least, most] = [0, bare.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (text.includes(bare.slice(0, middle))) least = middle;
    else most = middle - 1;
  }
  return least;
}

/** A number is told whole: 45 and 40 differ from the 4 on. */
function beforeNumber(bare: string, text: string, same: number): number {
  const at = text.indexOf(bare.slice(0, same)) + same;
  if (!DIGIT.test(bare[same] ?? '') && !DIGIT.test(text[at] ?? '')) return same;
  let back = same;
  while (back > 0 && DIGIT.test(bare[back - 1] ?? '')) back -= 1;
  return back;
}

const DIGIT = /[\d零一二三四五六七八九十百]/;
