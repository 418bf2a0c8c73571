import { median, type Row } from './measure.ts';
import { type Measure, type Results, ratioOf } from './results.ts';

/** A goal, and how it is read from what was measured. */
export interface Goal {
  readonly what: string;
  readonly bound: 'at most' | 'at least';
  readonly limit: number;
  /** What the number is: a ratio, seconds or megabytes. */
  readonly unit: '×' | 's' | 'MB';
  /** Undefined when something it needs was not measured. */
  readonly value: (results: Results) => Reached | undefined;
}

/** A number, and the size it was measured at. */
export interface Reached {
  readonly value: number;
  readonly size: number;
}

/** Goals are meant at 10,000 items; a smaller size stands in while that is not measured. */
const SIZES = [10_000, 1266, 300, 0];

/** The number that some rows give at the largest size that has them all. */
function at(
  part: string,
  names: readonly string[],
  of: (rows: readonly Row[]) => number | undefined,
): Goal['value'] {
  return (results) => {
    for (const size of SIZES) {
      const rows = names.flatMap((name) => results.row(part, size, name) ?? []);
      const value = rows.length === names.length ? of(rows) : undefined;
      if (value !== undefined) return { value, size };
    }
    return undefined;
  };
}

const seconds = (part: string, name: string): Goal['value'] =>
  at(part, [name], ([row]) => median(row!.wall));

/** How many times as long the first takes as the others together. */
function times(part: string, own: string, others: readonly string[], measure: Measure = 'wall') {
  return at(part, [own, ...others], ([mine, ...rest]) => {
    const ratios = rest.map((row) => 1 / (ratioOf(mine!, row, measure) ?? 0));
    return 1 / ratios.reduce((sum, ratio) => sum + ratio, 0);
  });
}

const inverse =
  (value: Goal['value']): Goal['value'] =>
  (results) => {
    const reached = value(results);
    return reached && { ...reached, value: 1 / reached.value };
  };

/** With two workers if that was measured, else with all cores, which are two then. */
const twoWorkers: Goal['value'] = (results) => {
  const one = 'build pdf, cold, 1 worker';
  const two = times('pdf', 'build pdf, cold, 2 workers', [one])(results);
  return two ?? times('pdf', 'build pdf, cold', [one])(results);
};

/** Spectral cannot do more than 300, so it is compared an item. */
const spectralAnItem: Goal['value'] = (results) => {
  const own = seconds('check', CHECK)(results);
  const peer = median(results.row('check', 300, 'Spectral')?.wall ?? []);
  if (own === undefined || peer === undefined) return undefined;
  return { value: peer / 300 / (own.value / own.size), size: own.size };
};

/** The most memory of any row of ours at a size. */
function memoryAt(size: number): Goal['value'] {
  return (results) => {
    const parts = ['check', 'html', 'pdf', 'notice', 'all', 'stats'];
    const rows = parts.flatMap((part) => results.of(part)).filter((each) => each.size === size);
    const own = rows
      .flatMap((each) => each.rows)
      .filter(({ what }) => /^(check|build|stats)/.test(what));
    const value = Math.max(...own.map(({ memory }) => median(memory) ?? 0));
    return value > 0 ? { value, size } : undefined;
  };
}

/** Seconds an item at 100,000 against those at 1,266. */
function growth(part: string, name: string): Goal['value'] {
  return (results) => {
    const [large, small] = [100_000, 1266].map(
      (size) => (median(results.row(part, size, name)?.wall ?? []) ?? 0) / size,
    );
    return large && small ? { value: large / small, size: 100_000 } : undefined;
  };
}

const CHECK = 'check, cold';
const FLOOR = 'floor: read, parse and write, two processes';

const goal = (
  what: string,
  bound: Goal['bound'],
  limit: number,
  unit: Goal['unit'],
  value: Goal['value'],
): Goal => ({ what, bound, limit, unit, value });

/** The goals that the program is held to. */
export const GOALS: readonly Goal[] = [
  goal(
    '`check`, cold, to the schema-only validator (sourcemeta, C++)',
    'at most',
    0.9,
    '×',
    times('check', CHECK, ['sourcemeta jsonschema (C++)']),
  ),
  goal(
    'ajv-cli and textlint together, to `check`, cold',
    'at least',
    10,
    '×',
    inverse(times('check', CHECK, ['ajv-cli', 'textlint'])),
  ),
  goal('Spectral, an item, to `check`, cold', 'at least', 100, '×', spectralAnItem),
  ...['', ', no faults'].flatMap((which) => [
    goal(
      `\`check\`, nothing changed${which}`,
      ...(['at most', 0.4, 's'] as const),
      seconds('check', `check, nothing changed${which}`),
    ),
    goal(
      `\`check\`, one file changed${which}`,
      ...(['at most', 0.5, 's'] as const),
      seconds('check', `check, one file changed${which}`),
    ),
  ]),
  goal(
    '`build --only html`, cold, to parse and write on two cores',
    'at most',
    1.5,
    '×',
    times('html', 'build html, cold', [FLOOR]),
  ),
  goal(
    'Hugo, to `build --only html`, cold',
    'at least',
    2,
    '×',
    inverse(times('html', 'build html, cold', ['Hugo'])),
  ),
  goal(
    'Eleventy, to `build --only html`, cold',
    'at least',
    4,
    '×',
    inverse(times('html', 'build html, cold', ['Eleventy'])),
  ),
  goal(
    '`build`, all outputs, nothing changed',
    'at most',
    1,
    's',
    seconds('all', 'build all, nothing changed'),
  ),
  goal(
    '`build`, all outputs, one item changed',
    'at most',
    1.5,
    's',
    seconds('all', 'build all, one item changed'),
  ),
  goal(
    'Typst, to tagged PDF guides with one worker',
    'at least',
    3,
    '×',
    inverse(times('pdf', 'build pdf, cold, 1 worker', ['Typst, one thread'])),
  ),
  goal(
    'Typst, to tagged PDF guides with one worker, CPU',
    'at least',
    3,
    '×',
    inverse(times('pdf', 'build pdf, cold, 1 worker', ['Typst, one thread'], 'cpu')),
  ),
  goal('PDF guides: one worker, to two', 'at least', 1.5, '×', inverse(twoWorkers)),
  goal('memory at 10,000 items, whatever is built', 'at most', 400, 'MB', memoryAt(10_000)),
  goal('memory at 100,000 items, whatever is built', 'at most', 1024, 'MB', memoryAt(100_000)),
  goal(
    '`mingbai --version`, to `node -e 0`',
    'at most',
    1.3,
    '×',
    times('start', 'mingbai --version', ['node -e 0']),
  ),
  goal('`check` of one file', 'at most', 0.4, 's', seconds('start', 'mingbai check, one file')),
  goal(
    '`check` of tests/catalog',
    'at most',
    0.4,
    's',
    seconds('start', 'mingbai check tests/catalog'),
  ),
  goal(
    '`check`, cold: an item at 100,000, to one at 1,266',
    'at most',
    1.2,
    '×',
    growth('check', CHECK),
  ),
  goal(
    '`build --only html`, cold: an item at 100,000, to one at 1,266',
    'at most',
    1.2,
    '×',
    growth('html', 'build html, cold'),
  ),
];
