import { type CellValue, readCell, TOO_LONG } from './cells.ts';
import type { Unread } from './decide.ts';
import type { Column } from './layout.ts';
import type { ReadRow } from './read-tables.ts';
import type { NameSets } from './rows.ts';

/** A value made of a row, and cells that no field can hold. */
export interface Built {
  readonly value: Record<string, unknown>;
  readonly unread: readonly Unread[];
}

/** The record or entry that a row describes; `base` is the pointer to where it is to stand. */
export function buildValue(
  row: ReadRow,
  columns: readonly Column[],
  names: NameSets,
  base: string,
): Built {
  const value: Record<string, unknown> = {};
  const unread: Unread[] = [];
  for (const column of columns) {
    const text = row.cells.get(column.head) ?? '';
    const set = column.names === undefined ? undefined : names[column.names];
    const read: CellValue =
      text === TOO_LONG ? { wrong: '内容太长，没有导出' } : readCell(text, column, set);
    const pointer = `${base}/${column.path.join('/')}`;
    if ('wrong' in read) unread.push({ pointer, column, text, why: read.wrong });
    else if ('value' in read) put(value, column.path, read.value);
  }
  return { value, unread };
}

/** Puts a value at a way of keys; maps on the way are made. */
export function put(
  target: Record<string, unknown>,
  path: readonly string[],
  value: unknown,
): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const inner = target[key];
  const next = typeof inner === 'object' && inner !== null ? inner : {};
  target[key] = next;
  // Just made, or a map that this function made before.
  put(next as Record<string, unknown>, rest, value);
}
