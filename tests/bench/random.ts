/** Chance that repeats itself: the same seed gives the same choices. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Some of a list, in its order. */
  some<T>(list: readonly T[], count: number): T[];
  /** A whole number spread as the quantiles say. */
  spread(quantiles: Quantiles): number;
}

/** A distribution: which share of all values lies at or below a value, both rising from share 0. */
export type Quantiles = readonly (readonly [share: number, value: number])[];

/** A generator (mulberry32) begun with a seed. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)]!,
    some: (list, count) => {
      const left = list.map((value, place) => ({ value, place, key: next() }));
      const chosen = left.sort((a, b) => a.key - b.key).slice(0, count);
      return chosen.sort((a, b) => a.place - b.place).map(({ value }) => value);
    },
    spread: (quantiles) => Math.round(valueAt(quantiles, next())),
  };
}

/** The value at a share between two quantiles; long tails thin out, so they are bridged by ratio. */
function valueAt(quantiles: Quantiles, share: number): number {
  const above = quantiles.findIndex(([at]) => at >= share);
  const [highShare, high] = quantiles[above] ?? [1, 0];
  const [lowShare, low] = quantiles[above - 1] ?? [0, high];
  if (highShare === lowShare) return high;
  const part = (share - lowShare) / (highShare - lowShare);
  return low > 0 ? low * (high / low) ** part : low + (high - low) * part;
}
