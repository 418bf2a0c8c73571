import type { Cell, TableBlock } from '../../guide/guide.ts';
import { balanceColumns, isOpen } from './balance-columns.ts';
import { SANS, SERIF } from './fonts.ts';
import type { Place } from './place.ts';
import { inlineWidth } from './set-text.ts';

/** Least part of its share a column that wraps keeps, so that others need not wrap. */
const LEAST_SHARE = 0.75;

/**
 * Widths in pt by the columns' weights, except that a column whose cells nearly fit on one line
 * gets the room they need: first from columns with room to spare, then from those that wrap; then
 * balanced so that the table is low.
 */
export function columnWidths(block: TableBlock, place: Place): number[] {
  return balanceColumns(block, sharedWidths(block, place), place.kit.theme);
}

function sharedWidths(block: TableBlock, place: Place): number[] {
  const total = block.columns.reduce((all, column) => all + column.weight, 0);
  const shares = block.columns.map((column) => (place.width * column.weight) / total);
  const wanted = block.columns.map((_, index) =>
    isOpen(block, index) ? shares[index] : naturalWidth(block, index, place),
  );
  const needs = shares.map((share, index) => (wanted[index] ?? 0) - share);
  const spare = sum(needs.map((need) => Math.max(0, -need)));
  let granted = new Set<number>();
  for (const index of ascending(needs)) {
    const more = new Set(granted).add(index);
    if (remainingShare(shares, needs, more, spare) < LEAST_SHARE) break;
    granted = more;
  }
  const taken = sum([...granted].map((index) => needs[index] ?? 0));
  const fromSpare = spare === 0 ? 0 : Math.min(1, taken / spare);
  const remaining = remainingShare(shares, needs, granted, spare);
  return shares.map((share, index) => {
    const need = needs[index] ?? 0;
    if (granted.has(index)) return share + need;
    return need <= 0 ? share + need * fromSpare : share * remaining;
  });
}

/** Columns that want more than their share, the most modest first. */
function ascending(needs: readonly number[]): number[] {
  return needs
    .map((need, index) => ({ need, index }))
    .filter(({ need }) => need > 0 && Number.isFinite(need))
    .sort((a, b) => a.need - b.need || a.index - b.index)
    .map(({ index }) => index);
}

/** The part of their shares the wrapping columns keep when the granted ones get what they need. */
function remainingShare(
  shares: readonly number[],
  needs: readonly number[],
  granted: ReadonlySet<number>,
  spare: number,
): number {
  const taken = Math.max(0, sum([...granted].map((index) => needs[index] ?? 0)) - spare);
  const wrapping = sum(shares.filter((_, index) => (needs[index] ?? 0) > 0 && !granted.has(index)));
  if (taken === 0) return 1;
  return wrapping === 0 ? 0 : 1 - taken / wrapping;
}

function naturalWidth(block: TableBlock, index: number, place: Place): number {
  const { fonts, theme } = place.kit;
  const title = [{ text: block.columns[index]?.title ?? '' }];
  let widest = inlineWidth(fonts, title, theme.cell, SANS);
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
      return inlineWidth(fonts, inlines, theme.cell, SERIF);
    }),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
