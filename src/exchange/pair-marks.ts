import { isSameKey, keyHeads } from './align.ts';
import type { SheetLayout } from './layout.ts';
import { checksum, type Mark } from './mark.ts';
import type { Memory } from './memory.ts';
import type { ReadRow } from './read-tables.ts';

/**
 * Gives each row of a source the mark of what the source said there last time: the entry of the
 * same name, else the one at its place where no row has its name any more.
 */
export function pairMarks(
  sheets: ReadonlyMap<SheetLayout, readonly ReadRow[]>,
  memory: Memory,
): Map<SheetLayout, ReadRow[]> {
  return new Map(
    [...sheets].map(([layout, rows]) => {
      const marks = memory.get(layout.name) ?? [];
      return [layout, layout.list === undefined ? first(rows, marks) : pair(rows, marks, layout)];
    }),
  );
}

function first(rows: readonly ReadRow[], [mark]: readonly Mark[]): ReadRow[] {
  return rows.map((row) => (mark === undefined ? row : { ...row, mark }));
}

function pair(rows: readonly ReadRow[], marks: readonly Mark[], layout: SheetLayout): ReadRow[] {
  const heads = keyHeads(layout.columns);
  const keyOf = (row: ReadRow): string[] =>
    heads.map((head) => checksum(row.cells.get(head) ?? ''));
  const keyIn = (mark: Mark): string[] => heads.map((head) => mark.cells.get(head) ?? '');
  const free = new Set(marks);
  const markOf = new Map<ReadRow, Mark>();
  const take = (row: ReadRow, mark: Mark | undefined): void => {
    if (mark === undefined || !free.delete(mark)) return;
    markOf.set(row, mark);
  };
  for (const [at, row] of rows.entries()) {
    const same = [marks[at], ...free].find((mark) => {
      return mark !== undefined && free.has(mark) && isSameKey(keyIn(mark), keyOf(row));
    });
    take(row, same);
  }
  // One for one: what stands at the place of the only other that changed was renamed.
  if (rows.length === marks.length) {
    for (const [at, row] of rows.entries()) if (!markOf.has(row)) take(row, marks[at]);
  }
  return rows.map((row) => {
    const mark = markOf.get(row);
    return mark === undefined ? row : { ...row, mark };
  });
}
