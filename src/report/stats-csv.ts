import { csvRow } from '../text/sheet-cell.ts';
import type { StatsDocument } from './stats-document.ts';

const BOM = '\ufeff';

/**
 * All tables in one CSV file that spreadsheets open as UTF-8: a row of heads before each table, and
 * the table's name in the first column of every row.
 */
export function statsCsv({ title, policy, tables }: StatsDocument): string {
  const lines: string[][] = [[title], ...policy.map((line) => ['口径', line])];
  for (const table of tables) {
    lines.push([], ['表', ...table.head]);
    for (const row of table.rows) lines.push([table.title, ...row]);
  }
  return BOM + lines.map(csvRow).join('');
}
