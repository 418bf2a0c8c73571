import { emitYaml } from '../import/emit.ts';
import { Slugs } from '../import/slug.ts';
import type { Kind } from '../model/kinds.ts';
import { buildValue, put } from './build-value.ts';
import { type Names, namesFor } from './cells.ts';
import type { Unread } from './decide.ts';
import type { RecordRows } from './merge-record.ts';
import type { ReadRow, ReadTable } from './read-tables.ts';
import type { NameSets } from './rows.ts';

/** A record that the catalogue does not have yet. */
export interface NewRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly path: string;
  readonly value: Record<string, unknown>;
  readonly unread: readonly Unread[];
}

const FOLDERS: Readonly<Record<Exclude<Kind, 'item' | 'settings'>, string>> = {
  department: 'departments',
  hall: 'halls',
  bundle: 'bundles',
  law: 'laws',
};

/** Records made of rows that stand for none of the catalogue; `taken` are the ids that it has. */
export function newRecords(
  kind: Kind,
  groups: ReadonlyMap<string, RecordRows>,
  tables: readonly ReadTable[],
  departments: Names,
  taken: ReadonlySet<string>,
  remarks: string[],
): NewRecord[] {
  const slugs = new Slugs();
  for (const id of [...taken, ...groups.keys()]) slugs.unique(id);
  return [...groups].flatMap(([key, rows]) => {
    const { row } = rows;
    const records = tables.find(({ layout }) => layout.list === undefined);
    if (row === undefined || records === undefined) return [];
    const { value, unread } = built(row, rows, records, tables, departments, remarks);
    const id = key.startsWith('\u0000') ? idOf(kind, value, slugs) : key;
    if (kind !== 'settings') value.id = id;
    return [{ kind, id, path: pathOf(kind, id, value), value, unread }];
  });
}

/** The text of a new record's file. */
export function emitRecord({ kind, value }: NewRecord, modeline: string | undefined): string {
  return emitYaml(kind, value, modeline);
}

function built(
  row: ReadRow,
  { lists }: RecordRows,
  records: ReadTable,
  tables: readonly ReadTable[],
  departments: Names,
  remarks: string[],
): { value: Record<string, unknown>; unread: Unread[] } {
  const situations = situationNames(lists);
  const names: NameSets = { departments, situations };
  const { value, unread } = buildValue(row, records.layout.columns, names, '');
  const left = [...unread];
  for (const table of tables) {
    const { list } = table.layout;
    const rows = lists.get(table) ?? [];
    if (list === undefined || rows.length === 0) continue;
    const entries = entriesIn(rows, table, names, left, remarks);
    if (table.layout.isMap) put(value, list, Object.fromEntries(entries.map(pairOf)));
    else if (entries.length > 0 || rows.some(({ isNone }) => isNone)) put(value, list, entries);
  }
  return { value, unread: left };
}

function entriesIn(
  rows: readonly ReadRow[],
  { layout }: ReadTable,
  names: NameSets,
  unread: Unread[],
  remarks: string[],
): Record<string, unknown>[] {
  const entries: Record<string, unknown>[] = [];
  for (const row of inOrder(rows.filter(({ isNone }) => !isNone))) {
    const base = `/${(layout.list ?? []).join('/')}/${entries.length}`;
    const made = buildValue(row, layout.columns, names, base);
    const missing = layout.required.filter((key) => made.value[key] === undefined);
    if (missing.length > 0) {
      const heads = missing.map(
        (key) => layout.columns.find(({ path }) => path.join() === key)?.head ?? key,
      );
      remarks.push(`“${layout.name}”表第${row.line}行没有填“${heads.join('、')}”，没有读`);
      continue;
    }
    entries.push(made.value);
    unread.push(...made.unread);
  }
  return entries;
}

/** Rows as they were exported, however they were sorted; added ones behind the row above them. */
function inOrder(rows: readonly ReadRow[]): ReadRow[] {
  let last = -1;
  const placed = rows.map((row, at) => {
    last = row.mark?.index ?? last;
    return { row, at, place: last };
  });
  return placed.sort((a, b) => a.place - b.place || a.at - b.at).map(({ row }) => row);
}

function pairOf(entry: Record<string, unknown>): [string, string] {
  return [String(entry.key ?? ''), String(entry.value ?? '')];
}

function situationNames(lists: RecordRows['lists']): Names {
  const [, rows = []] =
    [...lists].find(([{ layout }]) => layout.list?.join() === 'situations') ?? [];
  return namesFor(
    rows.map(({ cells }) => [cells.get('情形标识') ?? '', cells.get('情形名称') ?? ''] as const),
  );
}

function idOf(kind: Kind, value: Record<string, unknown>, slugs: Slugs): string {
  const { codes, name } = value as { codes?: Record<string, string>; name?: string };
  const code = codes?.handling ?? codes?.implementation ?? codes?.local ?? codes?.basic ?? '';
  const own = kind === 'item' ? Slugs.ofCode(code) : '';
  if (own !== '') return slugs.unique(own);
  return kind === 'item' ? slugs.ofInitials(name ?? '') : slugs.ofName(name ?? '');
}

function pathOf(kind: Kind, id: string, value: Record<string, unknown>): string {
  if (kind === 'settings') return 'mingbai.yaml';
  if (kind === 'item') return `items/${String(value.department ?? 'unknown')}/${id}.yaml`;
  return `${FOLDERS[kind]}/${id}.yaml`;
}
