import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.ts';
import { valueAt } from '../model/texts.ts';

/** The file in a catalogue that holds the findings it starts with. */
export const BASELINE_FILE = '.mingbai-baseline.json';

/** Findings known since the baseline was written: how often each fingerprint occurs. */
export type Baseline = ReadonlyMap<string, number>;

/** The value of a file, by its path; undefined when it could not be read. */
export type ReadValue = (path: string) => unknown;

/**
 * A finding without its line: rule, path, pointer (positions in lists left open, so that a row
 * put in above changes nothing) and the text of the value.
 */
function fingerprintOf({ rule, path, pointer }: Finding, readValue: ReadValue): string {
  const value = valueAt(readValue(path), pointer);
  const text = value === undefined ? '' : JSON.stringify(value);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return [path, pointer.replace(/\/\d+(?=\/|$)/g, '/*'), rule, hash].join(' ');
}

/** The path of the file that a fingerprint is of. */
export function fingerprintPath(fingerprint: string): string {
  return /^(.*?) (?: |\/)/.exec(fingerprint)?.[1] ?? '';
}

/** The baseline that leaves nothing of these findings. */
export function makeBaseline(findings: Iterable<Finding>, readValue: ReadValue): Baseline {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const fingerprint = fingerprintOf(finding, readValue);
    counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  }
  return counts;
}

/** Findings held against a baseline: as many of each fingerprint are known as it has. */
export class Comparison {
  readonly #left: Map<string, number>;
  readonly #readValue: ReadValue;
  #known = 0;

  constructor(baseline: Baseline, readValue: ReadValue) {
    this.#left = new Map(baseline);
    this.#readValue = readValue;
  }

  /** Those that the baseline does not know: these count. */
  *fresh(findings: Iterable<Finding>): Iterable<Finding> {
    for (const finding of findings) {
      const fingerprint = fingerprintOf(finding, this.#readValue);
      const count = this.#left.get(fingerprint) ?? 0;
      if (count === 0) yield finding;
      else {
        this.#left.set(fingerprint, count - 1);
        this.#known += 1;
      }
    }
  }

  /** How many were known and left out so far. */
  get known(): number {
    return this.#known;
  }

  /** How many of the baseline are gone; writing it again strikes them off. */
  get gone(): number {
    return [...this.#left.values()].reduce((sum, count) => sum + count, 0);
  }
}

/** The text of a baseline file: sorted, a line a fingerprint, the same for the same findings. */
export function formatBaseline(baseline: Baseline): string {
  const entries = [...baseline].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = entries.map(([key, count]) => `    ${JSON.stringify(key)}: ${count}`);
  return `{\n  "version": 1,\n  "findings": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** Reads a baseline file; undefined when it is not one. */
export function parseBaseline(text: string): Baseline | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const findings = valueAt(data, '/findings');
  if (valueAt(data, '/version') !== 1 || typeof findings !== 'object' || findings === null) {
    return undefined;
  }
  return new Map(Object.entries(findings).map(([key, count]) => [key, Number(count)]));
}
