import type { Cell, TableBlock } from '../../guide/guide.ts';
import { CharClass, classOf } from '../../text/characters.ts';
import type { Theme } from './theme.ts';

/** Share of the table's width that one step moves from a column to another. */
const STEP = 1 / 48;
/** Most steps, and most rows that are looked at. */
const ROUNDS = 40;
const ROWS = 60;

/**
 * Moves width between columns while that makes the table lower, by an estimate from the number
 * of characters. Columns never get narrower than their title or a few characters.
 */
export function balanceColumns(
  block: TableBlock,
  widths: readonly number[],
  { cell: size, cellPadX }: Theme,
): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const least = block.columns.map(({ title }, column) => {
    if (isOpen(block, column)) return widths[column] ?? 0;
    const words = Math.max(...block.rows.map((row) => leastLength(row[column] ?? [], size)), 0);
    return Math.max(textLength(title, size), Math.min(words, total / 3)) + cellPadX * 2 + 1;
  });
  const rows = block.rows.slice(0, ROWS);
  const step = total * STEP;
  const columns = widths.map((width, column) => {
    const lengths = rows.map((row) => lengthsOf(row[column] ?? [], size));
    return columnAt(lengths, width, least[column] ?? 0, step, cellPadX);
  });
  let height = heightOf(columns, rows.length);
  const widen = (at: number, change: number): void => {
    const { lengths, width } = columns[at] ?? { lengths: [], width: 0 };
    columns[at] = columnAt(lengths, width + change, least[at] ?? 0, step, cellPadX);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = bestMove(columns, rows.length);
    if (next === undefined || next.height >= height) break;
    widen(next.from, -step);
    widen(next.to, step);
    height = next.height;
  }
  return columns.map(({ width }) => width);
}

/** Whether a column is left blank, to be filled in by hand: it keeps its share. */
export function isOpen(block: TableBlock, column: number): boolean {
  const filled = (cell: Cell): boolean =>
    cell.some((line) => line.some(({ text }) => text.trim() !== ''));
  return block.rows.length > 0 && !block.rows.some((row) => filled(row[column] ?? []));
}

/** A column at a width, and how it would be a step narrower or wider. */
interface Column {
  /** Of each paragraph of each row, in pt. */
  readonly lengths: readonly (readonly number[])[];
  readonly width: number;
  readonly here: Fill;
  /** Absent when it cannot get narrower. */
  readonly narrower: Fill | undefined;
  readonly wider: Fill;
}

/** How many lines each row takes in a column, and how many it would take if lines had no ends. */
interface Fill {
  readonly lines: readonly number[];
  readonly parts: readonly number[];
}

function columnAt(
  lengths: Column['lengths'],
  width: number,
  least: number,
  step: number,
  pad: number,
): Column {
  return {
    lengths,
    width,
    here: fillOf(lengths, width - pad * 2),
    narrower: width - step < least ? undefined : fillOf(lengths, width - step - pad * 2),
    wider: fillOf(lengths, width + step - pad * 2),
  };
}

function fillOf(lengths: Column['lengths'], room: number): Fill {
  const lines: number[] = [];
  const parts: number[] = [];
  for (const paragraphs of lengths) {
    let count = 0;
    let part = 0;
    for (const length of paragraphs) {
      count += Math.max(1, Math.ceil(length / room));
      part += length / room;
    }
    lines.push(count);
    parts.push(part);
  }
  return { lines, parts };
}

/** A step from one column to another, and the height of the table after it. */
interface Move {
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

/** The single move of one step that lowers the table most. */
function bestMove(columns: readonly Column[], rows: number): Move | undefined {
  let found: Move | undefined;
  for (let from = 0; from < columns.length; from += 1) {
    if (columns[from]?.narrower === undefined) continue;
    for (let to = 0; to < columns.length; to += 1) {
      if (to === from) continue;
      const height = heightOf(columns, rows, from, to);
      if (found === undefined || height < found.height) found = { from, to, height };
    }
  }
  return found;
}

/**
 * Lines of all rows, with a little for how full the tallest cells are, so that moves add up; with
 * one column a step narrower and another a step wider.
 */
function heightOf(columns: readonly Column[], rows: number, from = -1, to = -1): number {
  let total = 0;
  for (let row = 0; row < rows; row += 1) {
    let tallest = 0;
    let slope = 0;
    for (let at = 0; at < columns.length; at += 1) {
      const fill = fillAt(columns[at], at === from, at === to);
      tallest = Math.max(tallest, fill?.lines[row] ?? 0);
      slope = Math.max(slope, fill?.parts[row] ?? 0);
    }
    total += tallest + slope * 0.05;
  }
  return total;
}

function fillAt(column: Column | undefined, narrower: boolean, wider: boolean): Fill | undefined {
  if (wider) return column?.wider;
  return narrower ? column?.narrower : column?.here;
}

function lengthsOf(cell: Cell, size: number): number[] {
  return cell.map((inlines) => inlines.reduce((sum, { text }) => sum + textLength(text, size), 0));
}

/** The room a cell cannot do without: its longest word or number, and a few characters. */
function leastLength(cell: Cell, size: number): number {
  let longest = 0;
  for (const inlines of cell) {
    const text = inlines.map((inline) => inline.text).join('');
    longest = Math.max(longest, Math.min(textLength(text, size), size * 6));
    for (const [word] of text.matchAll(WORD)) {
      longest = Math.max(longest, textLength(word, size));
    }
  }
  return longest;
}

/** What must not be broken: phone numbers, codes, words. */
const WORD = /[\w.:/@?&=%#+-]+/g;

/** About how long a text is on one line, in pt. */
function textLength(text: string, size: number): number {
  let ems = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const kind = classOf(unit);
    const narrow = kind === CharClass.latin || kind === CharClass.digit || kind === CharClass.mark;
    if (narrow) ems += 0.56;
    else if (!isLowSurrogate(unit)) ems += 1;
  }
  return ems * size;
}

/** The second half of a character, which was counted with the first. */
function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
