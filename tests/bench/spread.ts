import type { Quantiles } from './random.ts';

/**
 * How long and how many, measured on 219 published records of a province (numbers only): see
 * README.md, which compares what is generated with them.
 */
export const SPREAD = {
  materials: spread([1, 1, 3, 6, 8, 14, 23, 50, 74]),
  conditions: spread([1, 1, 2, 4, 6, 8, 9, 20, 32]),
  bases: spread([1, 1, 2, 2, 4, 6, 7, 10, 18]),
  nameLength: spread([4, 9, 12, 17, 25, 32, 39, 55, 70]),
  materialLength: spread([2, 6, 10, 17, 29, 48, 61, 101, 301]),
  conditionLength: spread([4, 12, 17, 30, 61, 153, 274, 615, 3388]),
  quoteLength: spread([8, 38, 57, 89, 141, 217, 280, 395, 1295]),
  /** Only of items that have any. */
  situations: spread([2, 2, 2, 3, 4, 6, 6, 7, 7]),
  /** The committed time limit as a percentage of the statutory one. */
  committed: spread([15, 35, 50, 70, 80, 100, 100, 100, 100]),
  /** The records have no steps and no questions: these two are of the sample catalogue. */
  steps: spread([0, 0, 1, 2, 2, 3, 3, 4, 4]),
  questions: spread([1, 1, 1, 2, 2, 3, 4, 5, 5]),
  /** Vague wordings an item, where a catalogue is as it was found. */
  vague: [
    [0, 0],
    [0.2, 0],
    [0.21, 1],
    [0.3, 1],
    [0.5, 2],
    [0.75, 4],
    [0.9, 10],
    [0.95, 12],
    [0.99, 28],
    [1, 57],
  ],
} satisfies Record<string, Quantiles>;

/** Shares of items, of the same records. */
export const SHARE = { situations: 0.12, fees: 0.07, soft: 0.68, slip: 0.3, unreadable: 0.002 };

/** Statutory time limits in working days, with how many of 203 records have them. */
export const STATUTORY = [
  ...[...Array(128).fill(20), ...Array(21).fill(30), ...Array(10).fill(15)],
  ...[...Array(5).fill(40), ...Array(4).fill(10), ...Array(3).fill(45), ...Array(3).fill(60), 35],
] as readonly number[]; // Array.fill has no type of its own

function spread(values: readonly number[]): Quantiles {
  const shares = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1];
  return shares.map((share, place) => [share, values[place] ?? 0]);
}
