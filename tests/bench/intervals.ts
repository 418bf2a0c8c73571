import { seededRandom } from './random.ts';

/** What became of one entry: hit, missed, wrongly found, or rightly left alone. */
export type Outcome = 'hit' | 'missed' | 'wrong' | 'right';

/** A figure with the bounds in which 95 of 100 repeated samples would lie. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const ROUNDS = 400;

/** Precision, recall and F1 with intervals from resampled entries (percentile bootstrap). */
export function estimate(outcomes: readonly Outcome[]): Record<'p' | 'r' | 'f1', Estimate> {
  const random = seededRandom(95);
  const rounds = Array.from({ length: ROUNDS }, () =>
    rates(outcomes.map(() => outcomes[random.below(outcomes.length)] ?? 'right')),
  );
  const own = rates(outcomes);
  const bounds = (key: keyof Rates): Estimate => {
    const sorted = rounds.map((round) => round[key]).sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(share * (ROUNDS - 1))] ?? 0;
    return { value: own[key], low: at(0.025), high: at(0.975) };
  };
  return { p: bounds('p'), r: bounds('r'), f1: bounds('f1') };
}

interface Rates {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

function rates(outcomes: readonly Outcome[]): Rates {
  const count = (what: Outcome) => outcomes.filter((each) => each === what).length;
  const [hit, missed, wrong] = [count('hit'), count('missed'), count('wrong')];
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  return {
    p: share(hit, hit + wrong),
    r: share(hit, hit + missed),
    f1: share(2 * hit, 2 * hit + missed + wrong),
  };
}

/** `0.981 (0.962–0.994)`. */
export function written({ value, low, high }: Estimate): string {
  return `${value.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
}
