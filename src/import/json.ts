import { say } from '../model/words.ts';
import { ImportFailure } from './failure.ts';
import type { Row, Table } from './table.ts';

/**
 * A JSON array of objects, one a record. Lists of plain values are joined by 、, or by line feeds
 * in columns of entries; whatever is nested deeper stays JSON and is left to people.
 */
export function parseJsonTable(text: string, ofEntries: (head: string) => boolean): Table {
  const value = parse(text);
  if (!Array.isArray(value)) {
    throw new ImportFailure(
      say('JSON 文件应当是由记录组成的数组', 'the JSON file must be an array of records'),
    );
  }
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
    const detail = error instanceof Error ? error.message : '';
    throw new ImportFailure(say(`不是有效的 JSON：${detail}`, `not valid JSON: ${detail}`));
  }
}

function wording(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}
