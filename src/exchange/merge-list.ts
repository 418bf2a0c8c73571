import type { Edit } from '../edit/data.ts';
import { escapeStep } from '../load/shape.ts';
import { alignRows } from './align.ts';
import { buildValue } from './build-value.ts';
import { type Decided, decideRow } from './decide.ts';
import type { SheetLayout } from './layout.ts';
import { isAsMarked } from './mark.ts';
import type { ReadRow, ReadTable } from './read-tables.ts';
import { entriesAt, type NameSets } from './rows.ts';

/** What became of the rows of one list of a record. */
export interface MergedList extends Decided {
  /** What has to be told of rows, in words. */
  readonly remarks: string[];
}

/** Compares the rows of one list of a record with its entries. */
export function mergeList(
  rows: readonly ReadRow[],
  value: unknown,
  exported: readonly string[] | undefined,
  { layout, heads }: ReadTable,
  names: NameSets,
): MergedList {
  const merged: MergedList = { edits: [], differences: [], unread: [], remarks: [] };
  const base = (layout.list ?? []).map((key) => `/${escapeStep(key)}`).join('');
  if (layout.isMap) {
    mergeMap(rows, value, exported, layout, base, merged);
    return merged;
  }
  const entries = entriesAt(value, layout) ?? [];
  const aligned = alignRows(rows, entries, exported, layout, names);
  for (const [row, index] of aligned.entryOf) {
    const at = `${base}/${index}`;
    const decided = decideRow(row, entries[index], at, layout.columns, heads, names);
    merged.edits.push(...decided.edits);
    merged.differences.push(...decided.differences);
    merged.unread.push(...decided.unread);
  }
  for (const row of aligned.orphans) {
    if (!isAsExported(row, layout)) {
      merged.remarks.push(`“${layout.name}”表第${row.line}行：目录里已经没有这一条，没有改`);
    }
  }
  if (aligned.changed > 0) {
    merged.remarks.push(
      `“${layout.name}”表删去的行里有${aligned.changed}行在目录里另有改动，没有删`,
    );
  }
  merged.edits.push(...moves(rows, entries.length, aligned, { layout, names, base, merged }));
  return merged;
}

/** Entries taken out, from the last to the first, then those put in, from the first to the last. */
function moves(
  rows: readonly ReadRow[],
  count: number,
  { entryOf, added, dropped }: ReturnType<typeof alignRows>,
  to: {
    readonly layout: SheetLayout;
    readonly names: NameSets;
    readonly base: string;
    readonly merged: MergedList;
  },
): Edit[] {
  const { base, layout, merged } = to;
  const stay = [...Array(count).keys()].filter((index) => !dropped.includes(index));
  const deletions = [...dropped].sort((a, b) => b - a);
  const edits: Edit[] = deletions.map((at) => ({ op: 'delete', pointer: `${base}/${at}` }));
  let at = 0;
  for (const one of orderOf(rows, stay, added, entryOf)) {
    if (typeof one !== 'number') {
      const { value, unread } = buildValue(one, layout.columns, to.names, `${base}/${at}`);
      const missing = layout.required.filter((key) => value[key] === undefined);
      if (missing.length > 0) {
        merged.remarks.push(
          `“${layout.name}”表第${one.line}行没有填${labels(layout, missing)}，没有读`,
        );
        continue;
      }
      merged.unread.push(...unread);
      edits.push({ op: 'insert', pointer: `${base}/${at}`, value });
    }
    at += 1;
  }
  return edits;
}

/** Entries that stay, by their place, and rows that were added behind the row above them. */
function orderOf(
  rows: readonly ReadRow[],
  stay: readonly number[],
  added: readonly ReadRow[],
  entryOf: ReadonlyMap<ReadRow, number>,
): (number | ReadRow)[] {
  const order: (number | ReadRow)[] = [...stay];
  let before: number | ReadRow | undefined;
  for (const row of rows) {
    if (added.includes(row)) {
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, row);
      before = row;
    } else before = entryOf.get(row) ?? before;
  }
  return order;
}

function labels({ columns }: SheetLayout, keys: readonly string[]): string {
  const heads = keys.map((key) => columns.find(({ path }) => path.join() === key)?.head ?? key);
  return heads.map((head) => `“${head}”`).join('、');
}

function isAsExported({ cells, mark }: ReadRow, { columns }: SheetLayout): boolean {
  const heads = columns.map(({ head }) => head);
  return mark !== undefined && isAsMarked(cells, mark, heads);
}

/** Keys of a map with their texts: told apart by their keys. */
function mergeMap(
  rows: readonly ReadRow[],
  value: unknown,
  exported: readonly string[] | undefined,
  layout: SheetLayout,
  base: string,
  merged: MergedList,
): void {
  const [keyColumn, textColumn] = layout.columns;
  if (keyColumn === undefined || textColumn === undefined) return;
  const texts = new Map(
    (entriesAt(value, layout) ?? []).map((entry) => {
      const { key, value: text } = entry as { key: string; value: unknown };
      return [key, text] as const;
    }),
  );
  for (const row of rows) {
    const key = row.cells.get(keyColumn.head) ?? '';
    if (key === '' || row.isNone) continue;
    const pointer = `${base}/${escapeStep(key)}`;
    const heads = new Set([textColumn.head]);
    const column = { ...textColumn, path: [] };
    const decided = decideRow(row, texts.get(key), pointer, [column], heads, {});
    merged.edits.push(...decided.edits);
    merged.differences.push(...decided.differences);
  }
  const there = new Set(rows.map(({ cells }) => cells.get(keyColumn.head)));
  if ((exported ?? []).length !== texts.size || rows.length >= texts.size) return;
  for (const key of texts.keys()) {
    if (!there.has(key)) merged.edits.push({ op: 'delete', pointer: `${base}/${escapeStep(key)}` });
  }
}
