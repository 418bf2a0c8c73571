import { parseArgs } from 'node:util';

/** How a soak is run. */
export interface SoakOptions {
  readonly minutes: number;
  /** Of the first round; each round has the next one. */
  readonly seed: number;
  /** Ends after so many rounds, too; for looking again at one that failed. */
  readonly rounds: number;
  /** Where the inputs of failed rounds are kept. */
  readonly keep: string;
  /** Whether the long forms of the random trials of `npm test` run first. */
  readonly trials: boolean;
}

/** Reads `--minutes n --seed n --rounds n --keep dir --no-trials`. Throws on what is unknown. */
export function soakOptions(argv: readonly string[], newSeed: () => number): SoakOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      minutes: { type: 'string', default: '10' },
      seed: { type: 'string' },
      rounds: { type: 'string' },
      keep: { type: 'string', default: 'soak-failures' },
      'no-trials': { type: 'boolean', default: false },
    },
  });
  const { minutes, seed, rounds, keep } = values;
  return {
    minutes: numberOf(minutes),
    seed: seed === undefined ? newSeed() : numberOf(seed),
    rounds: rounds === undefined ? Number.POSITIVE_INFINITY : numberOf(rounds),
    keep,
    trials: !values['no-trials'] && rounds === undefined,
  };
}

function numberOf(text: string): number {
  const number = Number(text);
  if (text !== '' && Number.isFinite(number) && number >= 0) return number;
  throw new Error(`“${text}” is no number`);
}
