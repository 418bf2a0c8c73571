import type { Cell, TableBlock } from '../../guide/guide.ts';
import { SANS, SERIF } from './fonts.ts';
import type { Place } from './place.ts';
import { setText, widthOf } from './set-text.ts';

/** How far beyond its share a column may grow to keep its cells on one line. */
const STRETCHABLE = 1.45;

/**
 * Widths in pt by the columns' weights, except that a narrow column whose cells nearly fit on one
 * line gets the room they need, from the columns that wrap anyway.
 */
export function columnWidths(block: TableBlock, place: Place): number[] {
  const total = block.columns.reduce((sum, column) => sum + column.weight, 0);
  const shares = block.columns.map((column) => (place.width * column.weight) / total);
  const wanted = block.columns.map((_, index) => naturalWidth(block, index, place));
  const fixed = shares.map((share, index) => {
    const width = wanted[index] ?? 0;
    return width > share && width <= share * STRETCHABLE;
  });
  const taken = sum(wanted.filter((_, index) => fixed[index]));
  const free = sum(shares.filter((_, index) => !fixed[index]));
  if (taken === 0 || free === 0 || taken > place.width * 0.6) return shares;
  const scale = (place.width - taken) / free;
  return shares.map((share, index) => (fixed[index] ? (wanted[index] ?? 0) : share * scale));
}

function naturalWidth(block: TableBlock, index: number, place: Place): number {
  const { fonts, theme } = place.kit;
  const title = [{ text: block.columns[index]?.title ?? '' }];
  let widest = widthOf(setText(fonts, title, SANS), theme.cell);
  for (const row of block.rows) {
    widest = Math.max(widest, cellWidth(row[index] ?? [], place));
    if (widest > place.width) break;
  }
  return widest + theme.cellPadX * 2 + 0.5;
}

function cellWidth(cell: Cell, place: Place): number {
  const { fonts, theme } = place.kit;
  return Math.max(
    0,
    ...cell.map((inlines) => {
      const length = inlines.reduce((count, inline) => count + inline.text.length, 0);
      if (length > 24) return Number.POSITIVE_INFINITY;
      return widthOf(setText(fonts, inlines, SERIF), theme.cell);
    }),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
