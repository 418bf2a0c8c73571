import { Findings } from '../ledger/findings.ts';
import { decodeText } from '../load/decode.ts';
import type { Files } from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import type { CheckReport } from '../report/report.ts';
import { Lines } from '../text/lines.ts';
import type { Located } from './open.ts';

/** A report of findings, in paths of the working folder; they may be gone through many times. */
export function toReport(
  { files, pathOf }: Located,
  counts: { readonly files: number; readonly items: number; readonly allowed: number },
  findings: Iterable<Finding>,
): CheckReport {
  const found = countsOf(findings);
  return {
    summary: {
      files: counts.files,
      items: counts.items,
      errors: found.error,
      warnings: found.warning,
      ...(counts.allowed === 0 ? {} : { allowed: counts.allowed }),
    },
    findings: {
      [Symbol.iterator]: () =>
        findings instanceof Findings ? findings.named(pathOf) : renamed(findings, pathOf),
    },
    line: lineReader(files, pathOf('').length),
  };
}

function* renamed(
  findings: Iterable<Finding>,
  nameOf: (path: string) => string,
): Iterator<Finding> {
  for (const finding of findings) yield { ...finding, path: nameOf(finding.path) };
}

function countsOf(findings: Iterable<Finding>): Record<'error' | 'warning', number> {
  if (findings instanceof Findings) {
    return { error: findings.count('error'), warning: findings.count('warning') };
  }
  const found = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) found[severity] += 1;
  return found;
}

/** Reads lines of the catalogue's files, keeping the last file. */
function lineReader(files: Files, prefix: number): CheckReport['line'] {
  let last = '';
  let lines: Lines | undefined;
  return (path, number) => {
    if (path !== last) {
      last = path;
      try {
        const decoded = decodeText(files.read(path.slice(prefix)));
        lines = 'text' in decoded ? new Lines(decoded.text) : undefined;
      } catch {
        lines = undefined;
      }
    }
    return lines?.line(number);
  };
}
