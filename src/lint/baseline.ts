import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import { valueAt } from '../model/texts.ts';

/** The file in a catalogue that holds the findings it starts with. */
export const BASELINE_FILE = '.mingbai-baseline.json';

/** Findings known since the baseline was written: how often each fingerprint occurs. */
export type Baseline = ReadonlyMap<string, number>;

/** The value of a file, by its path; undefined when it could not be read. */
export type ReadValue = (path: string) => unknown;

/**
 * A finding without its line: rule, path, pointer (positions in lists left open, so that a row
 * put in above changes nothing) and the text it speaks of. Where that is a whole map or list, or
 * nothing at all, it is what is said: one gap beside another is not the same.
 */
function fingerprintOf({ rule, path, pointer, message }: Finding, readValue: ReadValue): string {
  const value = valueAt(readValue(path), pointer);
  const isText = value !== undefined && typeof value !== 'object';
  const text = isText ? JSON.stringify(value) : `: ${message.zh.replace(STANDARDS, '')}`;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return [path, pointer.replace(/\/\d+(?=\/|$)/g, '/*'), rule, hash].join(' ');
}

/** The path of the file that a fingerprint is of. */
export function fingerprintPath(fingerprint: string): string {
  return /^(.*?) (?: |\/)/.exec(fingerprint)?.[1] ?? '';
}

/** Which standards ask for it may change without the finding being another. */
const STANDARDS = /（见[^（）]*）$/;

/** Whether a finding is of a file that could not be read: nobody knows what else is wrong there. */
export function isUnread({ path }: Finding, readValue: ReadValue): boolean {
  return kindOfPath(path) !== undefined && readValue(path) === undefined;
}

/** The baseline that leaves nothing of these findings but for those of files nobody could read. */
export function makeBaseline(
  findings: Iterable<Finding>,
  readValue: ReadValue,
  withUnread = false,
): Baseline {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (!withUnread && isUnread(finding, readValue)) continue;
    const fingerprint = fingerprintOf(finding, readValue);
    counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  }
  return counts;
}

/** Findings held against a baseline: as many of each fingerprint are known as it has. */
export class Comparison {
  readonly #whole: Baseline;
  readonly #left: Map<string, number>;
  readonly #readValue: ReadValue;
  #known = 0;

  constructor(baseline: Baseline, readValue: ReadValue) {
    this.#whole = baseline;
    this.#left = new Map(baseline);
    this.#readValue = readValue;
  }

  /** Those that the baseline does not know: these count. */
  *fresh(findings: Iterable<Finding>): Iterable<Finding> {
    for (const finding of findings) if (!this.#knows(finding)) yield finding;
  }

  /** Those that it knows, in place of those that it does not. */
  *old(findings: Iterable<Finding>): Iterable<Finding> {
    for (const finding of findings) if (this.#knows(finding)) yield finding;
  }

  #knows(finding: Finding): boolean {
    const fingerprint = fingerprintOf(finding, this.#readValue);
    const count = this.#left.get(fingerprint) ?? 0;
    if (count === 0) return false;
    this.#left.set(fingerprint, count - 1);
    this.#known += 1;
    return true;
  }

  /** How many were known and left out so far. */
  get known(): number {
    return this.#known;
  }

  /** How many of the baseline are gone; writing it again strikes them off. */
  get gone(): number {
    return [...this.#left.values()].reduce((sum, count) => sum + count, 0);
  }

  /** A baseline without what is gone. */
  get kept(): Baseline {
    const left = this.#left;
    const counts = [...this.#whole].map(
      ([key, count]) => [key, count - (left.get(key) ?? 0)] as const,
    );
    return new Map(counts.filter(([, count]) => count > 0));
  }
}

/** Of the file: another one is written anew. */
const FORMAT = 2;

/** The text of a baseline file: sorted, a line a fingerprint, the same for the same findings. */
export function formatBaseline(baseline: Baseline): string {
  const entries = [...baseline].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = entries.map(([key, count]) => `    ${JSON.stringify(key)}: ${count}`);
  return `{\n  "version": ${FORMAT},\n  "findings": {\n${lines.join(',\n')}\n  }\n}\n`;
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
  if (valueAt(data, '/version') !== FORMAT || typeof findings !== 'object' || findings === null) {
    return undefined;
  }
  return new Map(Object.entries(findings).map(([key, count]) => [key, Number(count)]));
}
