import type { Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { say } from '../model/words.ts';
import type { ElementStandard } from '../stats/figures/completeness.ts';
import { placeOf } from '../stats/place.ts';
import { add, compare, divide, type Rational, rational, toFixed, ZERO } from '../stats/rational.ts';
import { type DataTable, placeText, type Telling } from './data-table.ts';

/** What one item gets by a standard, out of 100. */
interface Scored {
  readonly entry: Entry<Item>;
  readonly score: Rational;
  readonly each: Rational;
  readonly gaps: readonly { readonly pointer: string; readonly label: string }[];
}

const FULL = rational(100n);

/** By one standard: the score of every item with what is deducted and why, the lowest first. */
export function profileTables(
  items: Iterable<Entry<Item>>,
  standard: ElementStandard,
  telling: Telling,
): readonly DataTable[] {
  const scored: Scored[] = [];
  const without: Entry<Item>[] = [];
  for (const entry of items) {
    const one = scoreOf(entry, standard, telling);
    if (one === undefined) without.push(entry);
    else scored.push(one);
  }
  scored.sort((a, b) => compare(a.score, b.score));
  return [scores(scored, without, standard, telling), deductions(scored, standard, telling)];
}

function scoreOf(
  entry: Entry<Item>,
  { measure }: ElementStandard,
  { tell }: Telling,
): Scored | undefined {
  const { filled, applicable, gaps } = measure(entry);
  if (applicable === 0) return undefined;
  const each = divide(FULL, rational(BigInt(applicable)));
  const score = divide(rational(BigInt(filled) * 100n), rational(BigInt(applicable)));
  const named = gaps.map(({ pointer, label }) => ({ pointer, label: tell(label) }));
  return { entry, score, each, gaps: named };
}

function scores(
  scored: readonly Scored[],
  without: readonly Entry<Item>[],
  { title, citation }: ElementStandard,
  { tell }: Telling,
): DataTable {
  const sum = scored.reduce((all, { score }) => add(all, score), ZERO);
  const mean = scored.length === 0 ? '—' : points(divide(sum, rational(BigInt(scored.length))));
  const zh =
    `依据${citation}；每个事项100分，适用的要素等分，缺一个要素扣一份，一个要素里缺几处也只扣一份；` +
    `标准没有规定分值，等分是本程序的算法；平均${mean}分，${scored.length}个事项，` +
    `这个标准不适用的${without.length}个不评分`;
  return {
    key: 'profile',
    title: tell(say(`逐项评分：${title.zh}`, `scores: ${title.en}`)),
    note: tell(say(zh, `100 points an item, parted evenly by elements; mean ${mean}`)),
    head: [
      ...[say('事项', 'item'), say('得分', 'score'), say('应扣', 'deducted')].map(tell),
      tell(say('扣分原因', 'because')),
    ],
    rows: scored.map(({ entry, score, gaps }) => [
      `${entry.value.name}（${entry.id}）`,
      points(score),
      points(add(FULL, { n: -score.n, d: score.d })),
      gaps.length === 0 ? '—' : `缺${gaps.map(({ label }) => label).join('、')}`,
    ]),
  };
}

function deductions(
  scored: readonly Scored[],
  { title }: ElementStandard,
  telling: Telling,
): DataTable {
  const { tell } = telling;
  const rows = scored.flatMap(({ entry, each, gaps }) =>
    gaps.map(({ pointer, label }) => [
      `${entry.value.name}（${entry.id}）`,
      label,
      points(each),
      placeText(placeOf(entry, pointer), telling),
    ]),
  );
  return {
    key: 'profile-deductions',
    title: tell(say(`扣分的地方：${title.zh}`, `deductions: ${title.en}`)),
    note: tell(say(`共 ${rows.length} 处`, `${rows.length} in all`)),
    head: [
      ...[say('事项', 'item'), say('缺少的要素', 'element')].map(tell),
      ...[say('一个要素的分', 'points of an element'), say('位置', 'place')].map(tell),
    ],
    rows,
  };
}

function points(value: Rational): string {
  return toFixed(value, 1);
}
