import { compare } from '../../rational.ts';
import type { Proposal } from './proposal.ts';
import { isCount, type Mention, measureOf, type Sentence, sharedWords } from './sentence.ts';

const NOT = /未|不|无|差评|逾期|超期|退/;
const ALL = /率|占比|比例|占/;

/** 完成率, 办结率 and 占比 by the counts before them in the sentence. */
export function* proposeShares({ mentions }: Sentence): Generator<Proposal> {
  for (const [index, figure] of mentions.entries()) {
    const { printed, label, lead } = figure;
    const of = /^\s*的\s*$/.test(lead) && /占/.test(mentions[index - 1]?.label ?? '') ? '占' : '';
    const words = of + label + lead.slice(-8);
    if (!printed.percent || printed.unit !== '' || !ALL.test(words)) continue;
    if (/增长|同比|提升|提高|下降|降低|压缩|缩短|减少/.test(words.slice(-10))) continue;
    const before = mentions
      .slice(0, index)
      .filter((each) => isCount(each) && !isShared(each, mentions, figure));
    const proposal = /占/.test(words) ? shareOf(figure, before) : rateOf(figure, before);
    if (proposal !== undefined) yield proposal;
  }
}

/** 直办37527件，占52.7%，转办33657件，占47.3%: what has a share of its own is the whole of no other. */
function isShared(each: Mention, mentions: readonly Mention[], figure: Mention): boolean {
  const next = mentions[mentions.indexOf(each) + 1];
  return next !== undefined && next !== figure && next.printed.percent && /占/.test(next.label);
}

/** 共办理200件，其中网上办理150件，占75%. */
function shareOf(figure: Mention, before: readonly Mention[]): Proposal | undefined {
  const [first, last] = before.slice(-2);
  if (first !== undefined && last !== undefined && /^\s*的\s*$/.test(figure.lead)) {
    const workings = [`${first.name} ÷ ${last.name}`];
    return isWhole(last, first) ? { figure, workings, sure: true } : undefined;
  }
  const part = before.at(-1);
  if (part === undefined) return undefined;
  const wholes = before.slice(0, -1).filter((each) => isWhole(each, part));
  if (wholes.length === 0) return undefined;
  const near = figure.lead.length <= 14;
  const workings = wholes.map(({ name }) => `${part.name} ÷ ${name}`);
  const named = wholes.every((whole) => namesWhole(figure.label, whole));
  return { figure, workings, sure: near && named && wholes.length === 1 };
}

/** 占社区事务总量 is of another whole than 58个事项; 占 alone is of what stands before. */
function namesWhole(label: string, { label: own, tail }: Mention): boolean {
  const [, name = ''] = /占(?:全部|全体|总|所有)?(.*?)(?:的|比|比例)?$/.exec(label) ?? [];
  const bare = name.replace(/总[量数]|比例?|重|率/g, '');
  const shared = sharedWords(bare, own + tail);
  return bare.length < 2 || (shared >= 2 && 2 * shared >= bare.length);
}

function rateOf(figure: Mention, before: readonly Mention[]): Proposal | undefined {
  const stem = figure.label.replace(/(?:完成|合格|覆盖)?率.*$/, '') || figure.label;
  const fitting = before.filter(
    ({ label, tail }) =>
      NOT.test(label) === NOT.test(stem) &&
      Math.max(sharedWords(label, stem), sharedWords(tail.slice(0, 8), stem)) >= 2,
  );
  const part = fitting.reduce<Mention | undefined>(
    (best, each) =>
      best === undefined || sharedWords(each.label, stem) >= sharedWords(best.label, stem)
        ? each
        : best,
    undefined,
  );
  if (part === undefined) return pairOf(figure, before.slice(-2));
  const others = before.filter((each) => each !== part && alike(each, part));
  const wholes = others.filter((each) => isWhole(each, part));
  const used = wholes.length > 0 ? wholes : others.slice(-1);
  if (used.length === 0) return implied(figure, part);
  const workings = used.map(({ name }) => `${part.name} ÷ ${name}`);
  const sure = used.length === 1 && figure.lead.length <= 20 && namesAll(part, stem);
  return { figure, workings, sure };
}

/** 全程网办率 is not of what 可网办 counts: the count has to be named by all of the rate's name. */
function namesAll({ label, tail }: Mention, stem: string): boolean {
  const bare = stem.trim().replace(/^(?:事项|总体|整体|综合|其中)+/, '');
  return label.includes(bare) || tail.slice(0, 12).includes(bare);
}

/** Two counts and a rate whose name tells nothing: only what holds is said. */
function pairOf(figure: Mention, pair: readonly Mention[]): Proposal | undefined {
  const [a, b] = pair;
  if (a === undefined || b === undefined || !alike(a, b)) return undefined;
  const [part, whole] = compare(a.printed.value, b.printed.value) < 0 ? [a, b] : [b, a];
  return { figure, workings: [`${part.name} ÷ ${whole.name}`], sure: false };
}

/** 进驻事项1220项，进驻率99.67%: the whole is not stated. */
function implied(figure: Mention, part: Mention): Proposal | undefined {
  const { value } = figure.printed;
  if (value.n >= value.d || value.n === 0n) return undefined;
  return { figure, workings: [`${part.name} ÷ ?`], sure: false };
}

function isWhole(whole: Mention, part: Mention): boolean {
  return alike(whole, part) && compare(whole.printed.value, part.printed.value) >= 0;
}

function alike(a: Mention, b: Mention): boolean {
  const [one, other] = [measureOf(a), measureOf(b)];
  return one === other || one === '' || other === '';
}
