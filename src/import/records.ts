import { say } from '../model/words.ts';
import { type Columns, matchHead } from './columns.ts';
import { ImportFailure } from './failure.ts';
import { readFields } from './fields/index.ts';
import { type Cell, Reading } from './reading.ts';
import type { Row, Table } from './table.ts';

/** Which heads of a table stand for which fields. */
export interface Heads {
  /** By head, the fields understood. */
  readonly paths: ReadonlyMap<string, string>;
  /** Heads that stand for no field. */
  readonly unknown: readonly string[];
  /** Heads that are kept in the record by design. */
  readonly kept: readonly string[];
}

/** Matches the heads; refuses a table in which nothing, or no name, is known. */
export function matchHeads(table: Table, columns: Columns): Heads {
  const paths = new Map<string, string>();
  const kept: string[] = [];
  const unknown: string[] = [];
  for (const head of table.heads) {
    const path = matchHead(columns, head);
    if (path === undefined) unknown.push(head);
    else if (path === 'kept') kept.push(head);
    else paths.set(head, path);
  }
  const known = new Set(paths.values());
  if (!known.has('limits.statutory') && !known.has('limits.committed')) {
    for (const [head, path] of paths) if (path === 'limit') paths.set(head, 'limits.committed');
  }
  if (known.size === 0) {
    throw new ImportFailure(
      say(
        `没有认得的栏目：${table.heads.slice(0, 8).join('、')}`,
        `no column is known: ${table.heads.slice(0, 8).join(', ')}`,
      ),
    );
  }
  if (!known.has('name')) {
    throw new ImportFailure(
      say(
        '没有“事项名称”这一栏，无法导入',
        'there is no column with the name of the item (事项名称)',
      ),
    );
  }
  return { paths, unknown, kept };
}

/** Fields of digits that are no numbers. */
const DIGITS = /^codes?(?:\.|$)|^contact\.|phone$|post\.code$/;

/** Reads one row; a second column for a field already filled is left to people. */
export function readRow(row: Row, heads: Heads, columns: Columns): Reading {
  const cells = new Map<string, Cell>();
  const doubled: Cell[] = [];
  for (const [head, text] of row.cells) {
    const path = heads.paths.get(head);
    if (path === undefined) continue;
    const unread = row.unread?.get(head);
    const cell = { head, path, text, ...(unread === undefined ? {} : { unread }) };
    if (cells.has(path)) doubled.push(cell);
    else cells.set(path, cell);
  }
  const reading = new Reading(cells, columns);
  for (const { head, path, text } of doubled) {
    if (text.trim() === cells.get(path)?.text.trim()) continue;
    const other = cells.get(path)?.head ?? '';
    reading.doubt(path, text, `“${head}”与“${other}”是同一项，只填写了后者`);
  }
  readFields(reading, cells.keys());
  for (const { head, path, text, unread } of [...cells.values(), ...doubled]) {
    if (unread !== undefined) reading.doubt(path, text, unread);
    else if (row.numbers?.has(head) === true && DIGITS.test(path)) {
      reading.doubt(path, text.trim(), '原文是数字，不是文字，前导零可能已丢失；已照原样填写');
    }
  }
  return reading;
}
