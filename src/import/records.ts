import type { Columns } from './columns.ts';
import { composeCells } from './compose.ts';
import { readFields } from './fields/index.ts';
import { fieldOf, type Heads } from './heads.ts';
import { readParts } from './parts.ts';
import { fromPlace } from './place-names.ts';
import { type Cell, Reading } from './reading.ts';
import type { Row } from './table.ts';

/** Fields of digits that are no numbers. */
const DIGITS = /^codes?(?:\.|$)|^contact\.|phone$|post\.code$/;

/** Reads one row; a second column for a field already filled is left to people. */
export function readRow(row: Row, heads: Heads, columns: Columns, fileName: string): Reading {
  const { cells, doubled, notes } = composeCells(row, heads, columns.codes);
  for (const [path, cell] of fromPlace(row, heads, fileName)) {
    if (cells.has(path)) continue;
    cells.set(path, cell);
    notes.push({ kind: 'from-place', path, detail: `${cell.head}“${cell.text}”` });
  }
  const reading = new Reading(cells, columns, partPaths(row));
  for (const { kind, path, detail } of notes) reading.conclude(kind, path, detail);
  for (const { head, path, text } of doubled) {
    if (text.trim() === cells.get(path)?.text.trim()) continue;
    const other = cells.get(path)?.head ?? '';
    reading.doubt(path, text, `“${head}”与“${other}”是同一项，只填写了后者`);
  }
  readParts(reading, row, heads);
  readFields(reading, cells.keys());
  doubtCells(reading, row, [...cells.values(), ...doubled]);
  return reading;
}

function doubtCells(reading: Reading, row: Row, cells: readonly Cell[]): void {
  for (const { head, path, text, unread } of cells) {
    if (unread !== undefined) reading.doubt(path, text, unread);
    else if (row.numbers?.has(head) === true && DIGITS.test(path)) {
      reading.doubt(path, text.trim(), '原文是数字，不是文字，前导零可能已丢失；已照原样填写');
    }
  }
  for (const { head, text, number } of row.conflicts ?? []) {
    const path = row.columns?.get(head)?.path ?? 'notes';
    reading.doubt(fieldOf(path), text, `同一事项第${number}行写的与上面不同，只填写了前者`);
  }
}

function partPaths(row: Row): string[] {
  return [...(row.parts ?? [])].flatMap(([kind, rows]) => {
    const fields = new Set(rows.flatMap((one) => [...one.fields.keys()]));
    return [...fields].map((field) => `${kind}[].${field}`);
  });
}
