import type { RankingWeights } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import type { Total } from './figure.ts';
import type { Group } from './groups.ts';
import { add, compare, divide, multiply, type Rational, rational, ZERO } from './rational.ts';

/** The figures that a department's score is made of, with the key of their weight. */
const PARTS = [
  { weight: 'compression', figure: 'compression', label: '时限压缩率' },
  { weight: 'instant', figure: 'instant', label: '即办件占比' },
  { weight: 'zero_visit', figure: 'zero-visit', label: '零跑动占比' },
  { weight: 'completeness', figure: 'completeness:notice', label: '要素完整度' },
] as const;

/** A department's place; none when it has no figure at all. */
export interface Rank {
  readonly name: string;
  readonly place?: number;
  /** From 0 to 1. */
  readonly score?: Rational;
  readonly parts: readonly (Rational | undefined)[];
}

/** Departments in order of their scores, equals sharing a place, and how scores are computed. */
export interface Ranking {
  readonly formula: Words;
  readonly labels: readonly string[];
  readonly ranks: readonly Rank[];
}

/** Scores are weighted means of the figures a department has. */
export function rankGroups(groups: readonly Group[], weights: RankingWeights = {}): Ranking {
  const parts = PARTS.map((part) => ({ ...part, times: weights[part.weight] ?? 1 }));
  const scored = groups.map(({ name, figures }) => {
    const values = parts.map(({ figure }) => figureValue(figures, figure));
    const score = weightedMean(
      values,
      parts.map(({ times }) => times),
    );
    return { name, parts: values, ...(score === undefined ? {} : { score }) };
  });
  scored.sort((a, b) => compare(b.score ?? { n: -1n, d: 1n }, a.score ?? { n: -1n, d: 1n }));
  const ranks = scored.map((one): Rank => {
    if (one.score === undefined) return one;
    const better = scored.findIndex(
      ({ score }) => score !== undefined && compare(score, one.score ?? ZERO) === 0,
    );
    return { ...one, place: better + 1 };
  });
  const sum = parts.map(({ label, times }) => `${label}×${times}`).join(' + ');
  const total = parts.reduce((all, { times }) => all + times, 0);
  const zh = `得分 =（${sum}）÷ ${total}；没有数的指标连同权重不计，得分相同的名次相同`;
  return {
    formula: say(zh, `weighted mean: ${sum}`),
    labels: parts.map(({ label }) => label),
    ranks,
  };
}

function figureValue(figures: readonly Total[], key: string): Rational | undefined {
  return figures.find(({ spec }) => spec.key === key)?.value;
}

function weightedMean(
  values: readonly (Rational | undefined)[],
  weights: readonly number[],
): Rational | undefined {
  let sum = ZERO;
  let total = 0;
  for (const [index, value] of values.entries()) {
    const weight = weights[index] ?? 0;
    if (value === undefined || weight === 0) continue;
    sum = add(sum, multiply(value, rational(BigInt(weight))));
    total += weight;
  }
  return total === 0 ? undefined : divide(sum, rational(BigInt(total)));
}
