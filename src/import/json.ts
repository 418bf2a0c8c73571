import { say } from '../model/words.ts';
import { MOST, refuseRows } from './bounds.ts';
import { ImportFailure } from './failure.ts';
import type { Row, Table } from './table.ts';

/**
 * A JSON array of objects, one a record. Lists of plain values are joined by 、, or by line feeds
 * in columns of entries; whatever is nested deeper stays JSON and is left to people.
 */
export function parseJsonTable(text: string, ofEntries: (head: string) => boolean): Table {
  refuseDepth(text);
  const value = parse(text);
  if (!Array.isArray(value)) {
    throw new ImportFailure(
      say('JSON 文件应当是由记录组成的数组', 'the JSON file must be an array of records'),
    );
  }
  refuseRows(value.length);
  const heads = new Set<string>();
  const joined = new Set<string>();
  const rows = value.map((record: unknown, index): Row => {
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      throw new ImportFailure(
        say(`第 ${index + 1} 条记录不是对象`, `record ${index + 1} is not an object`),
      );
    }
    const cells = new Map<string, string>();
    const unread = new Map<string, string>();
    const numbers = new Set<string>();
    for (const [head, cell] of Object.entries(record)) {
      heads.add(head);
      const plain = Array.isArray(cell) && isFlat(cell, ofEntries(head));
      if (plain && cell.length > 1) joined.add(head);
      if (typeof cell === 'number') numbers.add(head);
      if (typeof cell === 'object' && cell !== null && !plain) unread.set(head, NESTED);
      const written = plain ? cell.map(wording).join(ofEntries(head) ? '\n' : '、') : wording(cell);
      if (written.trim() !== '') cells.set(head, written);
    }
    return { number: index + 1, cells, unread, numbers };
  });
  const remarks = [...joined].map(
    (head) =>
      `“${head}”在 JSON 中是列表，原始记录里用${ofEntries(head) ? '换行' : '“、”'}连成一段文字`,
  );
  return { heads: [...heads], rows, remarks };
}

const NESTED = '原文是 JSON 对象或嵌套的列表，没有拆开填写';

/** Plain values only, and no entry that is itself of several lines where lines part entries. */
function isFlat(list: readonly unknown[], ofEntries: boolean): boolean {
  return list.every(
    (one) => typeof one !== 'object' && !(ofEntries && String(one).trim().includes('\n')),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // The engine's own words are for programmers, but they tell the place.
    const place = /position (\d+)/.exec(String(error))?.[1];
    const line = lineAt(text, place === undefined ? text.length : Number(place));
    throw new ImportFailure(
      say(`不是有效的 JSON，第 ${line} 行读不下去`, `not valid JSON from line ${line} on`),
    );
  }
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

/** Throws ImportFailure for what is nested too deeply to be walked through. */
function refuseDepth(text: string): void {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) quoted = !quoted;
    else if (quoted) at += sign === BACKSLASH ? 1 : 0;
    else if (sign === BRACKET || sign === BRACE) depth += 1;
    else if (sign === BRACKET + 2 || sign === BRACE + 2) depth -= 1;
    if (depth <= MOST.depth) continue;
    const [line, most] = [lineAt(text, at), MOST.depth];
    throw new ImportFailure(
      say(
        `第 ${line} 行的列表和对象套了 ${most} 层以上，没有导入；先把它拆开`,
        `line ${line}: lists and objects more than ${most} deep are not read`,
      ),
    );
  }
}

const [QUOTE, BACKSLASH, BRACKET, BRACE] = [0x22, 0x5c, 0x5b, 0x7b];

function wording(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}
