import type { RankingWeights } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import type { Total } from './figure.ts';
import type { Group } from './groups.ts';
import { add, compare, divide, multiply, type Rational, rational, ZERO } from './rational.ts';

/** The figures that a department's score is made of, with the key and the usual size of weights. */
const PARTS = [
  { weight: 'compression', figure: 'compression', label: '时限压缩率', usual: 1 },
  { weight: 'instant', figure: 'instant', label: '即办件占比', usual: 1 },
  { weight: 'zero_visit', figure: 'zero-visit', label: '零跑动占比', usual: 1 },
  { weight: 'completeness', figure: 'completeness:notice', label: '要素完整度', usual: 1 },
  { weight: 'sound', figure: 'sound', label: '无错误事项占比', usual: 0 },
  { weight: 'reviewed', figure: 'reviewed', label: '按期核验占比', usual: 0 },
] as const;

/** Keys of figures that are counted only where the settings give them a weight. */
export type WeighedFigure = 'sound' | 'reviewed';

/** Departments with fewer items are shown apart, where the settings say nothing. */
const FEWEST = 1;

/** A department's place; none when it has too few items. */
export interface Rank {
  readonly name: string;
  readonly items: number;
  readonly place?: number;
  /** From 0 to 1; a figure that is missing gives nothing, and its weight stays. */
  readonly score: Rational;
  /** What the score could be at most, were the missing figures all 100 %. */
  readonly most: Rational;
  readonly parts: readonly (Rational | undefined)[];
}

/** Departments in order of their scores, equals sharing a place, and how scores are computed. */
export interface Ranking {
  readonly formula: Words;
  readonly labels: readonly string[];
  readonly ranks: readonly Rank[];
  /** Those with too few items to be ranked, in the order of their names. */
  readonly apart: readonly Rank[];
  readonly fewest: number;
}

/** Scores are weighted means; a blank never makes a place better. */
export function rankGroups(groups: readonly Group[], weights: RankingWeights = {}): Ranking {
  const parts = PARTS.map((part) => ({
    ...part,
    times: weights[part.weight] ?? part.usual,
  })).filter(({ usual, times }) => usual > 0 || times > 0);
  const fewest = weights.fewest ?? FEWEST;
  const scored = groups.map(({ name, items, figures }): Rank => {
    const values = parts.map(({ figure }) => figureValue(figures, figure));
    const times = parts.map((part) => part.times);
    const score = weightedMean(values, times, ZERO);
    return { name, items, parts: values, score, most: weightedMean(values, times, ONE) };
  });
  const ranked = scored.filter(({ items }) => items >= fewest);
  ranked.sort((a, b) => compare(b.score, a.score));
  const ranks = ranked.map((one): Rank => {
    const better = ranked.findIndex(({ score }) => compare(score, one.score) === 0);
    return { ...one, place: better + 1 };
  });
  return {
    formula: formulaOf(parts, fewest),
    labels: parts.map(({ label }) => label),
    ranks,
    apart: scored.filter(({ items }) => items < fewest),
    fewest,
  };
}

const ONE = rational(1n);

function formulaOf(
  parts: readonly { readonly label: string; readonly times: number }[],
  fewest: number,
): Words {
  const sum = parts.map(({ label, times }) => `${label}×${times}`).join(' + ');
  const total = parts.reduce((all, { times }) => all + times, 0);
  const least = fewest > 1 ? `；事项少于${fewest}个的部门另列，不排名` : '';
  const zh =
    `得分 =（${sum}）÷ ${total}；没有数的指标不得分，权重不减，“最高可能”是这些指标都按100%算的得分；` +
    `得分相同的名次相同${least}`;
  return say(zh, `weighted mean: ${sum}; a missing figure gives nothing and keeps its weight`);
}

function figureValue(figures: readonly Total[], key: string): Rational | undefined {
  return figures.find(({ spec }) => spec.key === key)?.value;
}

/** What is missing counts as `missing`. */
function weightedMean(
  values: readonly (Rational | undefined)[],
  weights: readonly number[],
  missing: Rational,
): Rational {
  let sum = ZERO;
  let total = 0;
  for (const [index, value = missing] of values.entries()) {
    const weight = weights[index] ?? 0;
    sum = add(sum, multiply(value, rational(BigInt(weight))));
    total += weight;
  }
  return total === 0 ? ZERO : divide(sum, rational(BigInt(total)));
}
