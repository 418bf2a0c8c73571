import { say } from '../model/words.ts';
import type { Columns } from './columns.ts';
import { composeCells } from './compose.ts';
import { ImportFailure } from './failure.ts';
import { readFields } from './fields/index.ts';
import { readParts } from './parts.ts';
import { fromPlace } from './place-names.ts';
import { type Cell, Reading } from './reading.ts';
import type { Row, Table, TableColumn } from './table.ts';

/** Which heads of a table stand for which fields. */
export interface Heads {
  /** By head, the fields understood. */
  readonly paths: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, TableColumn>;
  /** Heads that stand for no field. */
  readonly unknown: readonly string[];
  /** Heads that are kept in the record by design. */
  readonly kept: readonly string[];
  /** Whether 办理时限 is the only head for a limit. */
  readonly isPlainLimit: boolean;
}

/** Sorts the heads; refuses a table in which nothing, or no name, is known. */
export function headsOf(table: Table): Heads {
  const paths = new Map<string, string>();
  const kept: string[] = [];
  const unknown: string[] = [];
  for (const { head, path } of table.columns) {
    if (path === undefined) unknown.push(head);
    else if (path === 'kept') kept.push(head);
    else paths.set(head, fieldOf(path));
  }
  const known = new Set(paths.values());
  const isPlainLimit = !known.has('limits.statutory') && !known.has('limits.committed');
  if (isPlainLimit) {
    for (const [head, path] of paths) if (path === 'limit') paths.set(head, 'limits.committed');
  }
  if (known.size === 0) throw unknownColumns(table.columns.map(({ head }) => head));
  if (!known.has('name') && !known.has('subname')) throw noName();
  const columns = new Map(table.columns.map((column) => [column.head, column]));
  return { paths, columns, unknown, kept, isPlainLimit };
}

function unknownColumns(heads: readonly string[]): ImportFailure {
  const some = heads.slice(0, 8);
  return new ImportFailure(
    say(`没有认得的栏目：${some.join('、')}`, `no column is known: ${some.join(', ')}`),
  );
}

function noName(): ImportFailure {
  return new ImportFailure(
    say(
      '没有“事项名称”这一栏，无法导入',
      'there is no column with the name of the item (事项名称)',
    ),
  );
}

/** The field a column feeds: 收费标准 and 收费依据 feed 收费, a unit feeds its limit. */
export function fieldOf(path: string): string {
  return path.replace(/@.*/, '');
}

/** Fields of digits that are no numbers. */
const DIGITS = /^codes?(?:\.|$)|^contact\.|phone$|post\.code$/;

/** Reads one row; a second column for a field already filled is left to people. */
export function readRow(row: Row, heads: Heads, columns: Columns, fileName: string): Reading {
  const { cells, doubled, notes } = composeCells(row, heads, columns.codes);
  for (const [path, cell] of fromPlace(row, heads, fileName)) {
    if (cells.has(path)) continue;
    cells.set(path, cell);
    notes.push({ kind: 'from-place', path, detail: `${cell.head}“${cell.text}”` });
  }
  const reading = new Reading(cells, columns, partPaths(row));
  for (const { kind, path, detail } of notes) reading.conclude(kind, path, detail);
  for (const { head, path, text } of doubled) {
    if (text.trim() === cells.get(path)?.text.trim()) continue;
    const other = cells.get(path)?.head ?? '';
    reading.doubt(path, text, `“${head}”与“${other}”是同一项，只填写了后者`);
  }
  readParts(reading, row, heads);
  readFields(reading, cells.keys());
  doubtCells(reading, row, [...cells.values(), ...doubled]);
  return reading;
}

function doubtCells(reading: Reading, row: Row, cells: readonly Cell[]): void {
  for (const { head, path, text, unread } of cells) {
    if (unread !== undefined) reading.doubt(path, text, unread);
    else if (row.numbers?.has(head) === true && DIGITS.test(path)) {
      reading.doubt(path, text.trim(), '原文是数字，不是文字，前导零可能已丢失；已照原样填写');
    }
  }
  for (const { head, text, number } of row.conflicts ?? []) {
    const path = row.columns?.get(head)?.path ?? 'notes';
    reading.doubt(fieldOf(path), text, `同一事项第${number}行写的与上面不同，只填写了前者`);
  }
}

function partPaths(row: Row): string[] {
  return [...(row.parts ?? [])].flatMap(([kind, rows]) => {
    const fields = new Set(rows.flatMap((one) => [...one.fields.keys()]));
    return [...fields].map((field) => `${kind}[].${field}`);
  });
}
