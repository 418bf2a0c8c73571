import { parseArgs } from 'node:util';
import { PARTS } from './parts/index.ts';
import type { Part } from './parts/part.ts';

/** The sizes that are measured when none is named: a county, a district, a city, a province in part. */
const SIZES = [300, 1266, 10_000, 100_000];

/** What a run measures. */
export interface BenchOptions {
  readonly parts: readonly Part[];
  readonly sizes: readonly number[];
  /** How often a command is run; by size when it is not given. */
  readonly runs: number | undefined;
  /** A folder where the peers stay installed. */
  readonly peers: string | undefined;
  /** Only write the report anew. */
  readonly report: boolean;
}

/** Reads `--only a,b --sizes n,m --runs n --peers dir --report`. Throws on what is unknown. */
export function benchOptions(argv: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string' },
      sizes: { type: 'string' },
      runs: { type: 'string' },
      peers: { type: 'string' },
      report: { type: 'boolean', default: false },
    },
  });
  const names = values.only?.split(',') ?? PARTS.map(({ name }) => name);
  const unknown = names.find((name) => !PARTS.some((part) => part.name === name));
  if (unknown !== undefined) {
    throw new Error(`no part “${unknown}”: ${PARTS.map(({ name }) => name).join(', ')}`);
  }
  return {
    parts: PARTS.filter(({ name }) => names.includes(name)),
    sizes: values.sizes?.split(',').map(wholeNumber) ?? SIZES,
    runs: values.runs === undefined ? undefined : wholeNumber(values.runs),
    peers: values.peers,
    report: values.report,
  };
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`“${text}” is no number of items or runs`);
}

/** How often a command of a part is run at a size: five times, less where a run takes minutes, more where it takes no time. */
export function runsOf({ name }: Part, size: number): number {
  if (name === 'start') return 15;
  if (size < 100_000) return 5;
  return name === 'check' || name === 'stats' || name === 'serve' ? 3 : 1;
}
