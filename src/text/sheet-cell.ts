import { visible } from './visible.ts';

/** Signs with which a text begins that a spreadsheet takes for a formula, also in full width. */
const FORMULA = /^[\s\u200b-\u200f\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** What we write as a number ourselves: 12, -0.5, −3, 93.3%; nothing with a sign in between. */
const NUMBER = /^[-−]?\d{1,15}(?:\.\d{1,15})?%?$/;

/**
 * A text as the cell of a spreadsheet: what would be computed when the file is opened gets an
 * apostrophe before it, controls are marks. Numbers stay as they are.
 */
export function sheetCell(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${visible(text)}` : visible(text);
}

/** A row of CSV; a cell is quoted where it has to be. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => csvCell(sheetCell(cell))).join(',')}\r\n`;
}

function csvCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
