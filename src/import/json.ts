import { say } from '../model/words.ts';
import { ImportFailure } from './failure.ts';
import type { Row, Table } from './table.ts';

/** A JSON array of objects, one a record; lists in it are joined by 、. */
export function parseJsonTable(text: string): Table {
  const value = parse(text);
  if (!Array.isArray(value)) {
    throw new ImportFailure(
      say('JSON 文件应当是由记录组成的数组', 'the JSON file must be an array of records'),
    );
  }
  const heads = new Set<string>();
  const rows = value.map((record: unknown, index): Row => {
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      throw new ImportFailure(
        say(`第 ${index + 1} 条记录不是对象`, `record ${index + 1} is not an object`),
      );
    }
    const cells = new Map<string, string>();
    for (const [head, cell] of Object.entries(record)) {
      heads.add(head);
      const written = wording(cell);
      if (written.trim() !== '') cells.set(head, written);
    }
    return { number: index + 1, cells };
  });
  return { heads: [...heads], rows, remarks: [] };
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
  if (Array.isArray(cell)) return cell.map(wording).join('、');
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}
