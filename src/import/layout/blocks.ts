import { type Block, type BlockColumn, columnsOf } from './block.ts';
import type { Grid } from './grid.ts';
import { countKnown, type Head, headAt } from './head.ts';

/** The tables of a sheet, and the rows in which none was found. */
export interface Found {
  readonly blocks: readonly Block[];
  /** Rows counted from 0 that stand in no table. */
  readonly outside: readonly number[];
}

/** Finds every table of a sheet: below one another, and side by side. */
export function findBlocks(grid: Grid): Found {
  const heads = findHeads(grid);
  const [first] = heads;
  if (first === undefined) return { blocks: [], outside: rowsBetween(0, grid.height) };
  const blocks = heads.flatMap((head, at) => {
    const to = heads[at + 1]?.top ?? grid.height;
    return sideBySide(grid, head).map(([left, right]): Block => {
      const columns = columnsOf(grid, head, left, right);
      const byHead = new Map(columns.map((column) => [column.head, column]));
      return { grid, head, columns, byHead, from: head.bottom + 1, to };
    });
  });
  return { blocks, outside: rowsBetween(0, first.top) };
}

function rowsBetween(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

/** Heads from top to bottom; where a head is repeated, only its first is one. */
function findHeads(grid: Grid): Head[] {
  const heads: Head[] = [];
  const best = firstHead(grid);
  if (best === undefined) return heads;
  heads.push(best);
  for (let row = best.bottom + 1; row < grid.height; row += 1) {
    if (!mayBegin(grid, row)) continue;
    const head = headAt(grid, row);
    if (head === undefined) continue;
    const last = heads.at(-1);
    const { known } = countKnown(grid, row);
    if (known < 2 || last === undefined || isSame(head, last)) continue;
    if (head.top <= last.bottom) continue;
    heads.push(head);
    row = head.bottom;
  }
  return heads;
}

/** Most rows hold no head: only what is short throughout, or follows a blank row, is looked at. */
function mayBegin(grid: Grid, row: number): boolean {
  const [first, second] = grid.filled(row);
  if (first === undefined || second === undefined) return false;
  return isKnownAt(grid, row, first) && isKnownAt(grid, row, second);
}

function isKnownAt(grid: Grid, row: number, column: number): boolean {
  const { path, parts } = grid.match(row, column);
  return path !== undefined || parts.length > 0;
}

const SEARCHED = 200;

/** The first row with two heads that are known; else the one with most of them. */
function firstHead(grid: Grid): Head | undefined {
  let best: Head | undefined;
  let most = 0;
  for (let row = 0; row < Math.min(grid.height, SEARCHED); row += 1) {
    const { known, names } = countKnown(grid, row);
    const score = known + (names ? 0.5 : 0);
    const head = score > most ? headAt(grid, row) : undefined;
    if (head === undefined) continue;
    best = head;
    most = score;
    if (known >= 2 && names) break;
  }
  return best;
}

function isSame(a: Head, b: Head): boolean {
  return (
    a.labels.filter((label) => label !== '').join() ===
    b.labels.filter((label) => label !== '').join()
  );
}

/** Where the head has two tables beside one another: `[left, right)` of each. */
function sideBySide(grid: Grid, head: Head): [number, number][] {
  const { width } = grid;
  const paths = head.labels.map((label) => grid.matchLabel(label).path);
  const names = paths.flatMap((path, column) => (path === 'name' ? [column] : []));
  const [first, second] = names;
  if (first === undefined || second === undefined) return [[0, width]];
  const start = head.labels.findIndex((label) => label !== '');
  const again = head.labels.findIndex(
    (label, column) => column > first && label === head.labels[start],
  );
  const cut = again > first && again <= second ? again : second;
  if (head.labels[first] !== head.labels[second]) return [[0, width]];
  return [
    [0, cut],
    [cut, width],
  ];
}

/** The column of a block that is a field. */
export function columnOf(block: Block, path: string): BlockColumn | undefined {
  return block.columns.find((column) => column.path === path);
}
