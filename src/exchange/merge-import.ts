import { isDeepStrictEqual } from 'node:util';
import { type Edit, editYaml } from '../edit/edit.ts';
import { Slugs } from '../import/slug.ts';
import { decodeText } from '../load/decode.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import type { Item, Unresolved } from '../model/schema.gen.ts';
import type { Difference } from './decide.ts';
import { headsOf, type SheetLayout } from './layout.ts';
import { type Known, matchItems } from './match-items.ts';
import { remembering, rowsOfItem, writeMemory } from './memory.ts';
import type { ChangedRecord, MergedBook } from './merge-book.ts';
import { mergeRecord } from './merge-record.ts';
import type { NewRecord } from './new-records.ts';
import { pairMarks } from './pair-marks.ts';
import type { ReadRow, ReadTable } from './read-tables.ts';
import { retire } from './retire.ts';

/** A department as an import made it. */
export interface Body {
  readonly id: string;
  readonly name: string;
  readonly names: ReadonlySet<string>;
}

/** What a list of another system says. */
export interface Source {
  readonly items: readonly Partial<Item>[];
  readonly bodies: readonly Body[];
  /** The name of its file. */
  readonly from: string;
}

/**
 * Brings a list into a catalogue that has items already. What the source says now is compared with
 * what it said last time: what it has not changed stays as the catalogue has it; what it has
 * changed is taken where the catalogue still has what the source had said; else it is told.
 */
export function mergeImport(
  source: Source,
  catalog: Catalog,
  files: Files,
  options: { readonly retire: boolean },
): MergedBook {
  const { idOf, made } = bodiesIn(source.bodies, catalog);
  const items = source.items.map((item): Partial<Item> => {
    const department = idOf.get(item.department ?? '') ?? item.department;
    return department === undefined ? item : { ...item, department };
  });
  const found = matchItems(items, catalog);
  const texts = new Map<string, string>();
  const changed: ChangedRecord[] = [];
  const remarks: string[] = [];
  const slugs = new Slugs();
  for (const { id } of catalog.items) slugs.unique(id);
  const added: NewRecord[] = [...made];
  for (const item of items) {
    const known = found.get(item);
    if (known === undefined) {
      added.push(newItem(item, slugs));
      continue;
    }
    if (known.entry.value.imported === undefined) {
      remarks.push(`${known.entry.path}：目录里已有“${item.name ?? ''}”，不是导入的，没有改`);
      continue;
    }
    const one = changeItem(item, known, files);
    changed.push(one.changed);
    remarks.push(...one.remarks);
    if (one.text !== undefined) texts.set(known.entry.path, one.text);
  }
  const gone = goneItems(source, items, found, catalog);
  if (options.retire) retire(gone, texts, files, remarks);
  return { files: texts, changed, added, gone, remarks };
}

/** Departments by the name that the list has for them; those that the catalogue lacks are made. */
function bodiesIn(bodies: readonly Body[], { departments }: Catalog) {
  const known = new Map<string, string>();
  for (const { id, value } of departments.values()) {
    for (const name of [value.name, ...(value.imported?.names ?? [])]) known.set(name, id);
  }
  const slugs = new Slugs();
  for (const id of departments.keys()) slugs.unique(id);
  const idOf = new Map<string, string>();
  const made: NewRecord[] = [];
  for (const { id, name, names } of bodies) {
    const there = [name, ...names].flatMap((each) => known.get(each) ?? []);
    const own = there[0] ?? slugs.unique(id);
    idOf.set(id, own);
    if (there.length > 0) continue;
    const value = { id: own, name, imported: { names: [...names] } };
    made.push({ kind: 'department', id: own, path: `departments/${own}.yaml`, value, unread: [] });
  }
  return { idOf, made };
}

function newItem(item: Partial<Item>, slugs: Slugs): NewRecord {
  const id = slugs.unique(item.id ?? '');
  const value = remembering({ ...item, id });
  const path = `items/${item.department ?? 'unknown'}/${id}.yaml`;
  return { kind: 'item', id, path, value, unread: [] };
}

function changeItem(
  item: Partial<Item>,
  { entry, memory }: Known,
  files: Files,
): { changed: ChangedRecord; remarks: readonly string[]; text?: string } {
  const sheets = pairMarks(rowsOfItem(item), memory);
  const tables = new Map([...sheets].map(([layout, rows]) => [layout, tableOf(layout, rows)]));
  const [[records, [row] = []] = []] = sheets;
  const lists = new Map(
    [...tables].flatMap(([layout, table]) => (layout === records ? [] : [[table, table.rows]])),
  );
  const table = records === undefined ? undefined : tables.get(records);
  const rows = { ...(row === undefined ? {} : { row }), lists };
  const merged = mergeRecord(rows, entry.value, table, [...tables.values()], {});
  const { differences, edits } = merged;
  const decoded = decodeText(files.read(entry.path));
  const before = 'text' in decoded ? decoded.text : undefined;
  const memories = memoryEdits(item, entry.value, sheets, differences);
  const first = before === undefined ? undefined : editYaml(before, 'item', edits);
  const last = first === undefined ? undefined : editYaml(first.text, 'item', memories);
  const refused = first?.refused ?? edits;
  const changed = { kind: 'item' as const, entry, edits, differences, unread: [], refused };
  const isSame = last === undefined || last.text === before;
  return { changed, remarks: merged.remarks, ...(isSame ? {} : { text: last.text }) };
}

function tableOf(layout: SheetLayout, rows: readonly ReadRow[]): ReadTable {
  return { layout, heads: new Set(headsOf(layout)), rows };
}

/** What the item keeps of its source from now on; of what was not taken, what it kept before. */
function memoryEdits(
  item: Partial<Item>,
  { imported = {} }: Item,
  sheets: ReadonlyMap<SheetLayout, readonly ReadRow[]>,
  differences: readonly Difference[],
): Edit[] {
  const left = new Map<ReadRow, Set<string>>();
  for (const { row, column } of differences) {
    left.set(row, (left.get(row) ?? new Set()).add(column.head));
  }
  const read = writeMemory(sheets, (row, head) =>
    left.get(row)?.has(head) === true ? (row.mark?.cells.get(head) ?? '') : undefined,
  );
  const now = item.imported ?? {};
  const edits: Edit[] = [];
  const keep = (key: 'from' | 'row' | 'record' | 'read', value: unknown): void => {
    if (value === undefined || isDeepStrictEqual(value, imported[key])) return;
    edits.push({ op: 'set', pointer: `/imported/${key}`, value });
  };
  const isSameRecord = isDeepStrictEqual(now.record, imported.record);
  if (!isSameRecord) {
    keep('from', now.from);
    keep('row', now.row);
    keep('record', now.record);
    edits.push(...unresolvedEdits(now.unresolved ?? [], imported));
  }
  keep('read', read);
  return edits;
}

/** Texts that are left to people: what somebody has settled does not come back unchanged. */
function unresolvedEdits(
  now: readonly Unresolved[],
  { unresolved = [], record = {} }: NonNullable<Item['imported']>,
): Edit[] {
  const before = Object.values(record);
  const isOpen = ({ field, text }: Unresolved): boolean =>
    unresolved.some((one) => one.field === field && one.text === text);
  const left = now.filter((one) => isOpen(one) || !before.some((text) => text.includes(one.text)));
  if (isDeepStrictEqual(left, unresolved)) return [];
  const pointer = '/imported/unresolved';
  if (left.length > 0) return [{ op: 'set', pointer, value: left }];
  return unresolved.length === 0 ? [] : [{ op: 'delete', pointer }];
}

/** Items that came from this list, or from one of the same departments, and are not in it. */
function goneItems(
  { from }: Source,
  items: readonly Partial<Item>[],
  found: ReadonlyMap<Partial<Item>, Known>,
  catalog: Catalog,
) {
  const there = new Set([...found.values()].map(({ entry }) => entry));
  const departments = new Set(items.map(({ department }) => department));
  return catalog.items.filter((entry) => {
    const { imported, department, state } = entry.value;
    if (imported === undefined || there.has(entry) || state === '取消') return false;
    return imported.from?.replace(/（工作表：.*$/, '') === from || departments.has(department);
  });
}
