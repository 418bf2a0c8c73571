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
  const rows = block.rows.slice(0, ROWS).map((row) => row.map((cell) => lengthsOf(cell, size)));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const least = block.columns.map(({ title }, column) => {
    if (isOpen(block, column)) return widths[column] ?? 0;
    const words = Math.max(...block.rows.map((row) => leastLength(row[column] ?? [], size)), 0);
    return Math.max(textLength(title, size), Math.min(words, total / 3)) + cellPadX * 2 + 1;
  });
  const step = total * STEP;
  let best = [...widths];
  let height = heightOf(rows, best, cellPadX);
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = bestMove(rows, best, least, step, cellPadX);
    if (next === undefined || next.height >= height) break;
    best = next.widths;
    height = next.height;
  }
  return best;
}

/** Whether a column is left blank, to be filled in by hand: it keeps its share. */
export function isOpen(block: TableBlock, column: number): boolean {
  const filled = (cell: Cell): boolean =>
    cell.some((line) => line.some(({ text }) => text.trim() !== ''));
  return block.rows.length > 0 && !block.rows.some((row) => filled(row[column] ?? []));
}

type Lengths = readonly (readonly (readonly number[])[])[];

/** The single move of one step that lowers the table most. */
function bestMove(
  rows: Lengths,
  widths: readonly number[],
  least: readonly number[],
  step: number,
  pad: number,
): { widths: number[]; height: number } | undefined {
  let found: { widths: number[]; height: number } | undefined;
  for (let from = 0; from < widths.length; from += 1) {
    if ((widths[from] ?? 0) - step < (least[from] ?? 0)) continue;
    for (let to = 0; to < widths.length; to += 1) {
      if (to === from) continue;
      const moved = [...widths];
      moved[from] = (moved[from] ?? 0) - step;
      moved[to] = (moved[to] ?? 0) + step;
      const height = heightOf(rows, moved, pad);
      if (found === undefined || height < found.height) found = { widths: moved, height };
    }
  }
  return found;
}

/** Lines of all rows, with a little for how full the tallest cells are, so that moves add up. */
function heightOf(rows: Lengths, widths: readonly number[], pad: number): number {
  let total = 0;
  for (const row of rows) {
    let tallest = 0;
    let slope = 0;
    row.forEach((paragraphs, column) => {
      const room = (widths[column] ?? 0) - pad * 2;
      let lines = 0;
      let part = 0;
      for (const length of paragraphs) {
        lines += Math.max(1, Math.ceil(length / room));
        part += length / room;
      }
      tallest = Math.max(tallest, lines);
      slope = Math.max(slope, part);
    });
    total += tallest + slope * 0.05;
  }
  return total;
}

function lengthsOf(cell: Cell, size: number): number[] {
  return cell.map((inlines) => inlines.reduce((sum, { text }) => sum + textLength(text, size), 0));
}

/** The room a cell can not do without: its longest word or number, and a few characters. */
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

/** What must not be parted: phone numbers, codes, words. */
const WORD = /[\w.:/@?&=%#+-]+/g;

/** About how long a text is on one line, in pt. */
function textLength(text: string, size: number): number {
  let ems = 0;
  for (const character of text) {
    const kind = classOf(character.codePointAt(0) ?? 0);
    const narrow = kind === CharClass.latin || kind === CharClass.digit || kind === CharClass.mark;
    ems += narrow ? 0.56 : 1;
  }
  return ems * size;
}
