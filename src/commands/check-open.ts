import { relative, resolve, sep } from 'node:path';
import { gravity, type OpenPlace, openOfFindings, placeOfHint } from '../exchange/open-finding.ts';
import type { OpenSheet } from '../exchange/open-values.ts';
import { gapsLike } from '../lint/completeness/gaps-like.ts';
import { type ProfileId, profilesOf } from '../lint/completeness/profiles.ts';
import { streamCatalog } from '../load/stream.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import type { Item } from '../model/schema.gen.ts';
import type { CheckReport } from '../report/report.ts';
import { diskFiles } from '../world/disk.ts';
import type { CheckedFolder } from './check-folder.ts';

/** Findings that are not about one department, on a sheet of their own. */
const SHARED = '共用的文件';

/** A value that findings are about; `shown` is the path of the file that they are told in. */
interface Place {
  readonly file: string;
  readonly pointer: string;
  readonly shown?: string;
  readonly findings: Finding[];
}

/** What was found by department, a row for each value that has to be filled in. */
export function openDepartments(
  report: CheckReport,
  { root, readValue }: CheckedFolder,
  profiles: readonly ProfileId[] | undefined,
  cwd: string,
): OpenSheet[] {
  const { catalog } = streamCatalog(diskFiles(root));
  const wanted = profiles ?? profilesOf(catalog.settings.value);
  const places = new Map<string, Place>();
  for (const finding of report.findings) {
    const path = relative(root, resolve(cwd, finding.path)).split(sep).join('/');
    const own = { ...finding, path };
    for (const { file, pointer } of placesOf(own, readValue(path), catalog, wanted)) {
      const key = `${file} ${pointer}`;
      const shown = file === path ? { shown: finding.path } : {};
      const place = places.get(key) ?? { file, pointer, findings: [], ...shown };
      place.findings.push(own);
      places.set(key, place);
    }
  }
  const sheets = new Map<string, Place[]>();
  for (const place of places.values()) {
    const id = departmentOf(place.file);
    const rows = sheets.get(id);
    if (rows === undefined) sheets.set(id, [place]);
    else rows.push(place);
  }
  const nameOf = (id: string): string => {
    return catalog.departments.get(id)?.value.name ?? (id === '' ? SHARED : id);
  };
  return [...sheets].map(([id, rows]) => {
    const values = errorsFirst(rows).map((row) =>
      openOfFindings(withValue(row, report, readValue)),
    );
    return { name: nameOf(id), values };
  });
}

/** Files in their order, in each the gravest first. */
function errorsFirst(rows: readonly Place[]): readonly Place[] {
  const order = new Map([...new Set(rows.map(({ file }) => file))].map((file, at) => [file, at]));
  const rank = ({ file, findings }: Place): number =>
    (order.get(file) ?? 0) * 3 + gravity(findings);
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

function withValue(
  { shown, ...place }: Place,
  report: CheckReport,
  readValue: CheckedFolder['readValue'],
): OpenPlace {
  const line = place.findings[0]?.span.line ?? 1;
  const text = shown === undefined ? undefined : report.line(shown, line);
  return { ...place, value: readValue(place.file), line: text };
}

/** Where a finding is mended: an element that is missing may stand elsewhere, and in many rows. */
function placesOf(
  finding: Finding,
  value: unknown,
  catalog: Catalog,
  profiles: readonly ProfileId[],
): { readonly file: string; readonly pointer: string }[] {
  const { path: file, pointer } = finding;
  const item = kindOfPath(file) === 'item' ? (value as Item | undefined) : undefined;
  const gaps = item === undefined ? [] : gapsLike(finding, item, catalog, profiles);
  if (item !== undefined && gaps.some(({ elsewhere }) => elsewhere !== undefined)) {
    // Only the code of the department stands elsewhere.
    return [{ file: `departments/${item.department}.yaml`, pointer: '/uscc' }];
  }
  if (gaps.length > 1) return gaps.map((gap) => ({ file, pointer: gap.pointer }));
  return [{ file, pointer: placeOfHint(finding) ?? pointer }];
}

/** The id of the department whose affair a file is; blank for what all share. */
function departmentOf(file: string): string {
  return (
    /^(?:items\/([^/]+)\/[^/]+|departments\/([^/]+)\.ya?ml)$/.exec(file)?.slice(1).join('') ?? ''
  );
}
