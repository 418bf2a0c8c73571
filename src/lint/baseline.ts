import { createHash } from 'node:crypto';
import type { Catalog } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import { valueAt } from '../model/texts.ts';
import { allEntries } from './entries.ts';

/** The file in a catalogue that holds the findings it starts with. */
export const BASELINE_FILE = '.mingbai-baseline.json';

/** Findings known since the baseline was written: how often each fingerprint occurs. */
export type Baseline = ReadonlyMap<string, number>;

/** What a baseline leaves of the findings of a check. */
export interface Compared {
  /** Not in the baseline: these count. */
  readonly fresh: readonly Finding[];
  /** How many were known and are left out. */
  readonly known: number;
  /** How many of the baseline are gone; writing it again strikes them off. */
  readonly gone: number;
}

/**
 * A finding without its line: rule, path, pointer (positions in lists left open, so that a row
 * put in above changes nothing) and the text of the value.
 */
function fingerprintOf({ rule, path, pointer }: Finding, values: Map<string, unknown>): string {
  const value = valueAt(values.get(path), pointer);
  const text = value === undefined ? '' : JSON.stringify(value);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return [path, pointer.replace(/\/\d+(?=\/|$)/g, '/*'), rule, hash].join(' ');
}

/** The baseline that leaves nothing of these findings. */
export function makeBaseline(findings: readonly Finding[], catalog: Catalog): Baseline {
  const values = valuesOf(catalog);
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const fingerprint = fingerprintOf(finding, values);
    counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  }
  return counts;
}

/** Takes away as many findings of each fingerprint as the baseline has. */
export function compareBaseline(
  findings: readonly Finding[],
  baseline: Baseline,
  catalog: Catalog,
): Compared {
  const values = valuesOf(catalog);
  const left = new Map(baseline);
  const fresh = findings.filter((finding) => {
    const fingerprint = fingerprintOf(finding, values);
    const count = left.get(fingerprint) ?? 0;
    if (count === 0) return true;
    left.set(fingerprint, count - 1);
    return false;
  });
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return { fresh, known: findings.length - fresh.length, gone };
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

function valuesOf(catalog: Catalog): Map<string, unknown> {
  return new Map(allEntries(catalog).map((entry) => [entry.path, entry.value]));
}
