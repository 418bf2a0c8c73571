import { compareFindings, type Finding } from '../model/finding.ts';
import type { OutputName } from '../render/index.ts';
import type { ItemRow, WholeRow } from './build-ledger.ts';
import type { Source } from './building.ts';

/** What was made, and what only showed when it was. */
export interface BuildResult {
  /** Items that were built or stand as they were. */
  readonly items: number;
  readonly counts: Readonly<Partial<Record<OutputName, number>>>;
  /** Sorted by place. */
  readonly findings: readonly Finding[];
  /** False when an error kept the new tree from being published. */
  readonly published: boolean;
}

/** What came of a build: how many files of each output, what showed, whether it is published. */
export function resultOf(
  { only, force }: Pick<Source, 'only' | 'force'>,
  rows: readonly Pick<ItemRow, 'counts' | 'findings'>[],
  whole: Readonly<Partial<Record<OutputName, Pick<WholeRow, 'files'>>>>,
  more: readonly Finding[],
): BuildResult {
  const counts = only.map((name, at): [OutputName, number] => {
    const ofItems = rows.reduce((sum, row) => sum + (row.counts[at] ?? 0), 0);
    const files = whole[name]?.files ?? [];
    // Of the website only pages are counted, not what goes with them.
    const pages = files.filter(({ path }) => name !== 'html' || path.endsWith('.html'));
    return [name, ofItems + pages.length];
  });
  const late = Object.values(whole).flatMap(({ files }) => files);
  const findings = [
    ...more,
    ...rows.flatMap((row) => row.findings ?? []),
    ...late.flatMap((file) => file.findings ?? []),
  ].sort(compareFindings);
  const published = force || findings.every(({ severity }) => severity !== 'error');
  return { items: rows.length, counts: Object.fromEntries(counts), findings, published };
}
