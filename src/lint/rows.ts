import type { Catalog } from '../model/catalog.ts';
import type { Severity } from '../model/finding.ts';
import { PROFILES, profilesOf } from './completeness/profiles.ts';

/** Whether a standard of the catalogue asks for review standards (审查标准) of every kind. */
export function asksForCriteria({ settings }: Catalog): boolean {
  return profilesOf(settings.value).some((id) => PROFILES[id].elements.flat().includes('criteria'));
}

/** How much a row without its standard weighs: a warning where the catalogue's standard asks. */
export function rowSeverity(catalog: Catalog): Severity {
  return asksForCriteria(catalog) ? 'warning' : 'info';
}

/** Places of the rows that lack a value which others of the list have; none where all lack it. */
export function oddRows<T>(
  rows: readonly T[],
  wanted: (row: T) => boolean,
  value: (row: T) => string | undefined,
): { row: T; at: number }[] {
  const numbered = rows.map((row, at) => ({ row, at }));
  const [open, filled] = [
    numbered.filter(({ row }) => wanted(row) && !value(row)),
    numbered.filter(({ row }) => value(row)),
  ];
  return filled.length === 0 ? [] : open;
}
