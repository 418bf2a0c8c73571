import type { Merge, Sheet } from '../../sheet.ts';
import type { WordTable } from './blocks.ts';
import { textOfCell } from './read-blocks.ts';

/** A table of a document as a sheet; a table within a cell follows its row, beginning below it. */
export function sheetOfTable(table: WordTable, name: string): Sheet {
  const rows: string[][] = [];
  const merges: Merge[] = [];
  addRows(table, 0, rows, merges);
  return { name, rows, merges };
}

/** Adds the rows of a table, `left` columns to the right. */
export function addRows(table: WordTable, left: number, rows: string[][], merges: Merge[]): void {
  /** Cells that may go on below: by their column, where they stand in `merges`. */
  const open = new Map<number, number>();
  for (const cells of table.rows) {
    const row = Array.from({ length: left }, () => '');
    const line = rows.length;
    const inner: { table: WordTable; column: number }[] = [];
    for (const cell of cells) {
      const column = row.length;
      row.push(
        cell.goesOn ? '' : textOfCell(cell),
        ...Array.from({ length: cell.span - 1 }, () => ''),
      );
      const right = column + cell.span - 1;
      const above = open.get(column);
      const begun = above === undefined ? undefined : merges[above];
      if (cell.goesOn && above !== undefined && begun !== undefined) {
        merges[above] = { ...begun, bottom: line };
      } else {
        open.set(column, merges.length);
        merges.push({ top: line, bottom: line, left: column, right });
      }
      for (const block of cell.blocks) {
        if (block.kind === 'table') inner.push({ table: block, column });
      }
    }
    const isLabelOnly = inner.length > 0 && row.filter((text) => text !== '').length <= 1;
    if (isLabelOnly) merges.length = Math.min(merges.length, firstOfLine(merges, line));
    else rows.push(row);
    for (const { table: nested, column } of inner) addRows(nested, column, rows, merges);
    if (inner.length > 0) open.clear();
  }
}

function firstOfLine(merges: readonly Merge[], line: number): number {
  const at = merges.findIndex(({ top }) => top === line);
  return at < 0 ? merges.length : at;
}
