import { Findings } from '../ledger/findings.ts';
import { decodeText } from '../load/decode.ts';
import { readFaults } from '../load/read-faults.ts';
import { bytesOrWhy, type Files } from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import { labelAt } from '../model/schema-node.ts';
import type { CheckReport, Mend } from '../report/report.ts';
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
    title: titleReader(files, pathOf('').length),
    mends: mendReader(files, pathOf('').length),
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

/** Looks up what mends findings of files, keeping the last file. */
function mendReader(files: Files, prefix: number): NonNullable<CheckReport['mends']> {
  let last:
    | { readonly path: string; readonly mends: ReadonlyMap<string, readonly Mend[]> }
    | undefined;
  const keyOf = ({ rule, span }: Finding): string => `${rule} ${span.line}:${span.column}`;
  const read = (path: string): ReadonlyMap<string, readonly Mend[]> => {
    const kind = kindOfPath(path);
    const bytes = kind === undefined ? '' : bytesOrWhy(path, files);
    const decoded = typeof bytes === 'string' ? undefined : decodeText(bytes);
    if (kind === undefined || decoded === undefined || !('text' in decoded)) return new Map();
    const lines = new Lines(decoded.text);
    const sure = readFaults(path, decoded.text, kind).faults.filter((fault) => fault.sure);
    return new Map(
      sure.map(({ finding, edits }) => [
        keyOf(finding),
        edits.map(({ start, end, text }) => ({ span: lines.span(start, end), text })),
      ]),
    );
  };
  return (finding) => {
    const path = finding.path.slice(prefix);
    if (last?.path !== path) last = { path, mends: read(path) };
    return last.mends.get(keyOf(finding)) ?? [];
  };
}

/** Keys that say what a file is called. */
const NAMED = ['item', 'department', 'hall', 'bundle', 'law'] as const;
const TITLES = [
  ...NAMED.map((kind) => labelAt(kind, '/name')),
  ...(['settings', 'law'] as const).map((kind) => labelAt(kind, '/title')),
];
const TITLE = new RegExp(`^(?:name|title|${TITLES.join('|')}):[ \\t]+(.+)$`, 'm');

/** Reads what files call themselves; of departments more than once. */
function titleReader(files: Files, prefix: number): NonNullable<CheckReport['title']> {
  const known = new Map<string, string | undefined>();
  return (path) => {
    if (known.has(path)) return known.get(path);
    const bytes = bytesOrWhy(path.slice(prefix), files);
    const decoded = typeof bytes === 'string' ? undefined : decodeText(bytes);
    const text = decoded !== undefined && 'text' in decoded ? decoded.text : '';
    const title = TITLE.exec(text)?.[1]
      ?.replace(/\s+#.*$/, '')
      .trim();
    const plain = title?.replace(/^(["'])(.*)\1$/, '$2');
    if (/(?:^|\/)departments\//.test(path)) known.set(path, plain);
    return plain;
  };
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
