import type { Edit } from '../edit/data.ts';
import { escapeStep } from '../load/shape.ts';
import { readCell, TOO_LONG, writeCell } from './cells.ts';
import type { Column } from './layout.ts';
import { checksum } from './mark.ts';
import type { ReadRow } from './read-tables.ts';
import { at, type NameSets } from './rows.ts';

/** What the catalogue and a row say of one field that is not to be settled by the program. */
export interface Difference {
  readonly row: ReadRow;
  readonly pointer: string;
  readonly column: Column;
  /** As the catalogue has it, and as the row has it; blank where there is nothing. */
  readonly ours: string;
  readonly theirs: string;
  /** `conflict`: both were changed; `unknown`: the row does not say what it was before. */
  readonly why: 'conflict' | 'unknown';
}

/** A cell that says nothing that the field can hold. */
export interface Unread {
  readonly pointer: string;
  readonly column: Column;
  readonly text: string;
  readonly why: string;
}

/** What became of the cells of a row. */
export interface Decided {
  readonly edits: Edit[];
  readonly differences: Difference[];
  readonly unread: Unread[];
}

/**
 * Compares the cells of a row with a value of the catalogue. A cell that says what it said when it
 * was exported changes nothing; one that was changed is taken where the catalogue still has what
 * was exported; where both have changed, the difference is told.
 */
export function decideRow(
  row: ReadRow,
  value: unknown,
  base: string,
  columns: readonly Column[],
  heads: ReadonlySet<string>,
  names: NameSets,
): Decided {
  const decided: Decided = { edits: [], differences: [], unread: [] };
  for (const column of columns) {
    if (!heads.has(column.head)) continue;
    const set = column.names === undefined ? undefined : names[column.names];
    const text = row.cells.get(column.head) ?? '';
    const isAsExported = checksum(text) === (row.mark?.cells.get(column.head) ?? '');
    if (text === TOO_LONG || (row.mark !== undefined && isAsExported)) continue;
    const pointer = base + column.path.map((key) => `/${escapeStep(key)}`).join('');
    const read = readCell(text, column, set);
    if ('wrong' in read) {
      decided.unread.push({ pointer, column, text, why: read.wrong });
      continue;
    }
    const theirs = 'value' in read ? writeCell(read.value, column, set) : '';
    const current = at(value, column.path);
    const isMany = column.form === 'list' || column.form === 'json';
    const isOther = !isMany && typeof current === 'object';
    const ours = isOther ? '' : writeCell(current, column, set);
    const way = wayOf(row, column, ours, theirs);
    if (way === 'keep') continue;
    if (way !== 'take') decided.differences.push({ row, pointer, column, ours, theirs, why: way });
    else decided.edits.push(editOf(pointer, 'value' in read ? read.value : undefined));
  }
  return decided;
}

/** The edit that puts a value, or nothing, at a pointer. */
export function editOf(pointer: string, value: unknown): Edit {
  return value === undefined ? { op: 'delete', pointer } : { op: 'set', pointer, value };
}

function wayOf(
  { mark }: ReadRow,
  { head }: Column,
  ours: string,
  theirs: string,
): 'keep' | 'take' | Difference['why'] {
  if (ours === theirs) return 'keep';
  if (mark === undefined) return theirs === '' ? 'keep' : ours === '' ? 'take' : 'unknown';
  const before = mark.cells.get(head) ?? '';
  if (checksum(theirs) === before) return 'keep';
  return checksum(ours) === before ? 'take' : 'conflict';
}
