import type { HeadMatch } from '../columns.ts';
import type { Grid } from './grid.ts';

/** The head of a table: one, two or three rows, counted from 0. */
export interface Head {
  readonly top: number;
  readonly bottom: number;
  /** By column: the heads of its group and its own, joined by `/`; `''` for none. */
  readonly labels: readonly string[];
}

/** Heads in a row that are known, each field once, and how many cells are filled. */
interface Known {
  readonly known: number;
  readonly filled: number;
  readonly names: boolean;
}

function isKnown({ path, parts }: HeadMatch): boolean {
  return path !== undefined || parts.length > 0;
}

/** How far a row looks like the head of a table. */
export function countKnown(grid: Grid, row: number): Known {
  const fields = new Set<string>();
  let names = false;
  let filled = 0;
  for (const column of grid.filled(row)) {
    if (grid.isCovered(row, column)) continue;
    filled += 1;
    const match = grid.match(row, column);
    if (!isKnown(match)) continue;
    const field = match.path ?? match.parts[0] ?? '';
    fields.add(field === 'kept' ? grid.text(row, column) : field);
    names ||= field === 'name' || field === 'subname';
  }
  return { known: fields.size, filled, names };
}

const MOST_HEAD_ROWS = 3;

/** The head that a row begins or stands in the middle of; undefined where it is none. */
export function headAt(grid: Grid, row: number): Head | undefined {
  const { known, filled, names } = countKnown(grid, row);
  const whole = known >= 2 && known * 2 >= filled;
  if (!whole && !(known === 1 && filled === 1) && !(names && known >= 1 && filled <= 3)) {
    return undefined;
  }
  const top = groupsAbove(grid, row);
  const bottom = subHeads(grid, top, Math.max(row, mergedTo(grid, row)));
  return { top, bottom, labels: labelsOf(grid, top, bottom) };
}

/** The last row that heads of this row reach down to. */
function mergedTo(grid: Grid, row: number): number {
  const ends = grid.filled(row).map((column) => grid.merge(row, column)?.bottom ?? row);
  const last = Math.max(row, ...ends);
  return last - row < MOST_HEAD_ROWS ? last : row;
}

/** The first row of the head, where groups stand above it: `办理时限` over 法定 and 承诺. */
function groupsAbove(grid: Grid, row: number): number {
  let top = row;
  while (top > 0 && row - top < MOST_HEAD_ROWS - 1 && isGroupRow(grid, top - 1)) top -= 1;
  return top;
}

/** Cells over some of the columns below, or heads that reach down; no title and no remark. */
function isGroupRow(grid: Grid, row: number): boolean {
  const cells = grid.filled(row).filter((column) => !grid.isCovered(row, column));
  const below = grid.filled(row + 1);
  const width = (below.at(-1) ?? 0) - (below[0] ?? 0) + 1;
  const wide = cells.filter((column) => acrossAt(grid, row, column) > 1);
  if (wide.some((column) => acrossAt(grid, row, column) >= width && width > 2)) return false;
  if (cells.some((column) => /[:：]|\d{4}/.test(grid.text(row, column)))) return false;
  if (wide.length > 0) return cells.length > 1 || below.length > 2;
  const reaches = cells.some((column) => (grid.merge(row, column)?.bottom ?? row) > row);
  if (reaches) return true;
  // Nothing is merged: a group stands above the first of its heads, with blanks beside it.
  const isGroup = (column: number): boolean =>
    grid.text(row, column + 1) === '' && grid.text(row + 1, column + 1) !== '';
  const heads = cells.filter((column) => isKnown(grid.match(row, column)) || isGroup(column));
  return cells.length > 1 && cells.length < below.length && heads.length === cells.length;
}

/** Columns that a cell takes. */
function acrossAt(grid: Grid, row: number, column: number): number {
  const merge = grid.merge(row, column);
  return merge === undefined ? 1 : merge.right - merge.left + 1;
}

/** The last row of the head, where 法定 and 承诺 stand below a group. */
function subHeads(grid: Grid, top: number, from: number): number {
  let bottom = from;
  while (bottom - top < MOST_HEAD_ROWS - 1 && isSubRow(grid, top, bottom + 1)) bottom += 1;
  return bottom;
}

/** All that a row has of its own are heads, some of them below a group or a blank. */
function isSubRow(grid: Grid, top: number, row: number): boolean {
  const own = grid.filled(row).filter((column) => !reachesDown(grid, row, column));
  if (own.length === 0) return false;
  const labels = labelsOf(grid, top, row);
  const heads = own.every(
    (column) => isKnown(grid.match(row, column)) || isKnown(grid.matchLabel(labels[column] ?? '')),
  );
  const below = own.some(
    (column) => grid.text(row - 1, column) === '' || acrossAt(grid, row - 1, column) > 1,
  );
  return heads && below;
}

function reachesDown(grid: Grid, row: number, column: number): boolean {
  const merge = grid.merge(row, column);
  return merge !== undefined && merge.top < row;
}

/** Heads joined from top to bottom; a group's head counts for the blank cells right of it. */
function labelsOf(grid: Grid, top: number, bottom: number): string[] {
  const width = Math.max(
    ...Array.from({ length: bottom - top + 1 }, (_, at) => grid.row(top + at).length),
  );
  return Array.from({ length: width }, (_, column) => {
    const own: string[] = [];
    for (let row = top; row <= bottom; row += 1) {
      const text = row === bottom ? grid.text(row, column) : groupText(grid, row, column, bottom);
      if (text !== '' && own.at(-1) !== text) own.push(text);
    }
    return own.join('/');
  });
}

/** A cell of an upper head row: its own text, that of its merged cells, or of the one to its left. */
function groupText(grid: Grid, row: number, column: number, bottom: number): string {
  const own = grid.text(row, column);
  const merge = grid.merge(row, column);
  if (own !== '') return own;
  if (merge !== undefined) return grid.text(merge.top, merge.left);
  // Blank above a head of its own, right of a group that is not merged.
  if (grid.text(bottom, column) === '') return '';
  for (let left = column - 1; left >= 0; left -= 1) {
    const text = grid.text(row, left);
    if (text === '') continue;
    const isGroup = grid.merge(row, left) === undefined && grid.text(bottom, left) !== '';
    return isGroup ? text : '';
  }
  return '';
}
