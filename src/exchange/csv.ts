import { guarded } from './formula.ts';
import { headsOf } from './layout.ts';
import type { Table } from './tables.ts';

/** A sheet as CSV that every spreadsheet reads as UTF-8; cells are safe from being computed. */
export function tableCsv({ layout, rows }: Table): string {
  return `\ufeff${[headsOf(layout), ...rows].map(csvLine).join('')}`;
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => csvCell(guarded(cell, 'csv'))).join(',')}\r\n`;
}

function csvCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
