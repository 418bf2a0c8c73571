import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { median, type Row } from './measure.ts';

const FILE = new URL('results.json', import.meta.url);

/** What was measured of one part at one size, when and where. */
export interface Section {
  readonly part: string;
  /** 0 for a part that knows no size. */
  readonly size: number;
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  readonly runs: number;
  /** Seconds that all of it took. */
  readonly took: number;
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

/** All sections that were ever measured, the newest of each part and size. */
export class Results {
  readonly #sections: Map<string, Section>;

  constructor(sections: readonly Section[]) {
    this.#sections = new Map(sections.map((section) => [keyOf(section), section]));
  }

  /** The raw figures beside this file; none when there are none yet. */
  static read(): Results {
    if (!existsSync(FILE)) return new Results([]);
    // written by save() below
    return new Results(JSON.parse(readFileSync(FILE, 'utf8')) as Section[]);
  }

  /** Puts a section in the place of the one measured before. */
  add(section: Section): void {
    this.#sections.set(keyOf(section), section);
  }

  /** Sections of a part, small sizes first. */
  of(part: string): Section[] {
    const own = [...this.#sections.values()].filter((section) => section.part === part);
    return own.sort((a, b) => a.size - b.size);
  }

  /** A measured row; undefined when there is none or it was not measured. */
  row(part: string, size: number, what: string): Row | undefined {
    const rows = this.#sections.get(`${part}/${size}`)?.rows;
    return rows?.find((row) => row.what === what && row.missing === undefined);
  }

  /** Writes the raw figures, a row a line. */
  save(): void {
    const sections = [...this.#sections.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const written = sections.map(({ rows, ...head }) => {
      const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
      return `${JSON.stringify(head).slice(0, -1)}, "rows": [\n${lines}\n  ]}`;
    });
    writeFileSync(FILE, `[\n  ${written.join(',\n  ')}\n]\n`);
  }
}

const keyOf = ({ part, size }: Section): string => `${part}/${size}`;

/** A section measured now, on this machine. */
export function sectionOf(
  head: Pick<Section, 'part' | 'size' | 'runs' | 'took'>,
  { rows, notes = [] }: { readonly rows: readonly Row[]; readonly notes?: readonly string[] },
): Section {
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const machine = `${model}, ${availableParallelism()} cores, ${memory} GiB`;
  const date = new Date().toISOString().slice(0, 10);
  return { ...head, date, machine, node: process.version, rows, notes };
}

/** One of the three kinds of numbers of a row. */
export type Measure = 'wall' | 'cpu' | 'memory';

/** How many times more of something one row takes than another, round by round. */
export function ratioOf(own: Row, other: Row, measure: Measure): number | undefined {
  const [mine, theirs] = [own[measure], other[measure]];
  if (mine.length === theirs.length) {
    const pairs = mine.map((value, round) => value / (theirs[round] ?? 0));
    return median(pairs.filter(Number.isFinite));
  }
  const [a, b] = [median(mine), median(theirs)];
  return a === undefined || b === undefined || b === 0 ? undefined : a / b;
}
