import { add, compare, multiply, type Rational, rational, subtract, ZERO } from '../../rational.ts';
import { kindOf } from '../unit.ts';
import type { Proposal } from './proposal.ts';
import { isCount, type Mention, measureOf, type Sentence } from './sentence.ts';

/** Groups that may overlap: their sum is no total. */
const OVERLAP = /提前|按时|按期|及时|满意|好评|即办|当场|网上|线上|全程|办结|马上/;
const TOTAL = /(?:共计|合计|总计|总共|一共|共)(?:[^，、；]{0,6})$/;
const PLAIN_TOTAL = /(?:共计|合计|总计|总共|一共)(?:[^，、；]{0,6})$/;
const NEARLY_ALL = rational(9n, 10n);

/** 23起，其中批评13期，表扬10期; 47个市，214个县，共计261个; 100件，办结90件，未办结10件. */
export function* proposeSums(sentence: Sentence): Generator<Proposal> {
  yield* wholeThenParts(sentence);
  yield* partsThenTotal(sentence);
  yield* differences(sentence);
}

function* wholeThenParts({ mentions, folded }: Sentence): Generator<Proposal> {
  for (const [index, whole] of mentions.entries()) {
    const next = mentions[index + 1];
    if (next === undefined || !isCountOrMoney(whole)) continue;
    const gap = folded.slice(whole.end, next.start).replace(/（[^（）]*）/g, '');
    if (!/其中|包括|包含|分别|（|：|:/.test(gap) || gap.length > 40) continue;
    const rest = mentions.slice(index + 1).filter((each) => sameKind(whole, each));
    const stop = rest.findIndex((each) => /其中/.test(each.lead) && each !== next);
    const parts = stop === -1 ? rest : rest.slice(0, stop);
    if (parts.length < 2) continue;
    yield { figure: whole, workings: prefixes(parts), sure: isPartition(whole, parts, gap) };
  }
}

/** Sums of the first two, three … parts; all of them first. */
function prefixes(parts: readonly Mention[]): readonly string[] {
  const counts = parts.map((_, index) => parts.length - index).filter((count) => count >= 2);
  return counts.map((count) => sumOf(parts.slice(0, count)));
}

function sumOf(parts: readonly Mention[]): string {
  return parts.map(({ name }) => name).join(' + ');
}

/** Parts of one kind of name, which reach the whole nearly or exceed it. */
function isPartition(whole: Mention, parts: readonly Mention[], gap: string): boolean {
  if (parts.some(({ label }) => OVERLAP.test(label))) return false;
  if (parts.some((part) => measureOf(part) !== measureOf(parts[0] ?? part))) return false;
  const total = totalOf(parts);
  const nearly = compare(total, multiply(whole.printed.value, NEARLY_ALL)) >= 0;
  const last = new Set(parts.map(({ label, tail }) => (label || tail).trim().slice(-2)));
  return (nearly && last.size === 1) || (/分别/.test(gap) && /其中/.test(gap));
}

function totalOf(parts: readonly Mention[]): Rational {
  return parts.reduce((sum, { printed }) => add(sum, printed.value), ZERO);
}

function* partsThenTotal({ mentions, folded }: Sentence): Generator<Proposal> {
  for (const [index, figure] of mentions.entries()) {
    const lead = folded.slice(Math.max(0, figure.start - 10), figure.start);
    if (!TOTAL.test(lead) || /其中/.test(figure.lead) || !isCountOrMoney(figure)) continue;
    const parts = mentions.slice(0, index).filter((each) => sameKind(figure, each));
    if (parts.length < 2) continue;
    const alike = parts.filter((each) => measureOf(each) === measureOf(figure));
    const sure = PLAIN_TOTAL.test(lead) && alike.length === parts.length && parts.length <= 6;
    yield { figure, workings: byNearness(figure, parts), sure };
  }
}

/** Sums of the last two, three … parts, the nearest to the total first. */
function byNearness({ printed }: Mention, parts: readonly Mention[]): readonly string[] {
  const ends = parts.map((_, index) => parts.slice(index)).filter(({ length }) => length >= 2);
  const far = (some: readonly Mention[]): Rational => {
    const gap = subtract(totalOf(some), printed.value);
    return gap.n < 0n ? { n: -gap.n, d: gap.d } : gap;
  };
  return ends.sort((a, b) => compare(far(a), far(b))).map(sumOf);
}

/** 未评价452件 of those before it. */
function* differences({ mentions }: Sentence): Generator<Proposal> {
  for (const [index, figure] of mentions.entries()) {
    if (!/^[^，]{0,6}(?:未|剩|余下|尚有|还有|不)/.test(figure.label) || !isCount(figure)) continue;
    const before = mentions.slice(0, index).filter((each) => sameKind(figure, each));
    const [a, b] = before.slice(-2);
    if (a === undefined || b === undefined) continue;
    const [more, less] = compare(a.printed.value, b.printed.value) >= 0 ? [a, b] : [b, a];
    const stem = figure.label.replace(/^.*(?:未|不|剩余?|余下|尚有|还有)/, '').slice(0, 2);
    const sure = before.length === 2 && stem.length === 2 && less.label.includes(stem);
    yield { figure, workings: [`${more.name} − ${less.name}`], sure };
  }
}

function isCountOrMoney(mention: Mention): boolean {
  return isCount(mention) || kindOf(mention.printed.unit) === 'money';
}

function sameKind(a: Mention, b: Mention): boolean {
  const [one, other] = [kindOf(a.printed.unit), kindOf(b.printed.unit)];
  if (a.printed.percent || b.printed.percent || b.printed.upTo !== undefined) return false;
  return one === other || (one === 'open' && isCount(b)) || (other === 'open' && isCount(a));
}
