import { say } from '../../model/words.ts';
import { decodeEntities } from '../../text/markup.ts';
import { MOST, refuseRows, tooLarge } from '../bounds.ts';
import type { Merge, Sheet } from '../sheet.ts';
import { struckRemark } from './cell-marks.ts';
import type { Format } from './format.ts';
import { encodingRemarks, hasEnding, textOf } from './text.ts';

/** Web pages: every table in them, with cells that cover others. */
export const htmlFormat: Format = {
  id: 'html',
  called: say('这是网页', 'this is a web page'),
  is(file) {
    if (hasEnding(file, 'csv', 'tsv', 'json', 'jsonl', 'md')) return false;
    if (hasEnding(file, 'html', 'htm', 'xhtml', 'mht')) return true;
    return /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|table|meta)\b/i.test(
      textOf(file).slice(0, MOST_SEARCHED),
    );
  },
  open(file) {
    return { sheets: tablesOf(textOf(file)), ...encodingRemarks(file) };
  },
};

const MOST_SEARCHED = 4096;

/** Tables by depth: one within a cell is a table of its own, and its text is no cell's. */
interface OpenTable {
  readonly rows: string[][];
  readonly merges: Merge[];
  /** Cells covered from above, by row and column. */
  readonly covered: Set<string>;
  /** What is struck out in cells. */
  readonly struck: string[];
  cell?: { text: string; colspan: number; rowspan: number };
}

const TAG =
  /<!--[\s\S]*?-->|<(script|style|template)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z0-9:]*)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

function tablesOf(text: string): Sheet[] {
  const done: OpenTable[] = [];
  const open: OpenTable[] = [];
  let at = 0;
  const add = (words: string): void => {
    const cell = open.at(-1)?.cell;
    if (cell !== undefined) cell.text += words;
  };
  for (const match of text.matchAll(TAG)) {
    add(text.slice(at, match.index).replace(/\s+/g, ' '));
    at = match.index + match[0].length;
    const [whole, , slash = '', tag = '', attributes = ''] = match;
    const name = tag.toLowerCase();
    if (name === 'table') onTable(slash === '', open, done);
    else if (name === 'tr' && slash === '') startRow(open.at(-1));
    else if (/^t[dh]$/.test(name)) onCell(slash === '', attributes, open.at(-1));
    else add(whole);
  }
  while (open.length > 0) onTable(false, open, done);
  const filled = done.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== '')));
  refuseRows(filled.reduce((sum, { rows }) => sum + rows.length, 0));
  return filled.map(({ rows, merges, struck }, index) => ({
    ...{ name: `表${index + 1}`, rows, merges },
    ...(struck.length === 0 ? {} : { remarks: [struckRemark(struck)] }),
  }));
}

function onTable(begins: boolean, open: OpenTable[], done: OpenTable[]): void {
  if (begins) {
    const table: OpenTable = { rows: [], merges: [], covered: new Set(), struck: [] };
    open.push(table);
    done.push(table);
    return;
  }
  endCell(open.at(-1));
  open.pop();
}

function startRow(table: OpenTable | undefined): void {
  endCell(table);
  table?.rows.push([]);
}

function onCell(begins: boolean, attributes: string, table: OpenTable | undefined): void {
  endCell(table);
  if (!begins || table === undefined) return;
  if (table.rows.length === 0) table.rows.push([]);
  table.cell = {
    text: '',
    colspan: spanOf('colspan', attributes),
    rowspan: spanOf('rowspan', attributes),
  };
}

function spanOf(name: string, attributes: string): number {
  const value = Number(new RegExp(`${name}\\s*=\\s*["']?\\s*(\\d+)`, 'i').exec(attributes)?.[1]);
  return Number.isInteger(value) && value > 0 ? Math.min(value, MOST.columns) : 1;
}

function endCell(table: OpenTable | undefined): void {
  const cell = table?.cell;
  if (table === undefined || cell === undefined) return;
  delete table.cell;
  const line = table.rows.length - 1;
  const row = table.rows[line] ?? [];
  let left = row.length;
  for (; table.covered.has(`${line},${left}`); left += 1) row.push('');
  if (left > MOST.columns) {
    throw tooLarge(`超过 ${MOST.columns} 列`, `more than ${MOST.columns} columns`);
  }
  const unstruck = cell.text.replace(STRUCK, (_, ...groups: string[]) => {
    table.struck.push(`“${textOfCell(groups.slice(0, 4).join(''))}”`);
    return '';
  });
  row.push(textOfCell(unstruck), ...Array.from({ length: cell.colspan - 1 }, () => ''));
  if (cell.colspan === 1 && cell.rowspan === 1) return;
  table.merges.push({
    ...{ top: line, bottom: line + cell.rowspan - 1 },
    ...{ left, right: left + cell.colspan - 1 },
  });
  for (let below = 1; below < cell.rowspan; below += 1) {
    for (let across = 0; across < cell.colspan; across += 1) {
      table.covered.add(`${line + below},${left + across}`);
    }
  }
}

/** In characters: what is looked through for the end of what is struck out. */
const LONGEST_STRUCK = 2000;
const STRUCK = new RegExp(
  `<s\\b[^>]*>([^]{0,${LONGEST_STRUCK}}?)</s\\s*>|<strike\\b[^>]*>([^]{0,${LONGEST_STRUCK}}?)</strike\\s*>` +
    `|<del\\b[^>]*>([^]{0,${LONGEST_STRUCK}}?)</del\\s*>` +
    `|<span\\b[^>]{0,200}line-through[^>]*>([^]{0,${LONGEST_STRUCK}}?)</span\\s*>`,
  'gi',
);

const BLOCKS = /<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^>]*>/gi;

function textOfCell(markup: string): string {
  const text = decodeEntities(markup.replace(BLOCKS, '\n').replace(/<[^>]*>/g, ''));
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
