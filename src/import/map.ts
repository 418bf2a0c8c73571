import { isMap, isScalar, parseDocument } from 'yaml';
import { labelAt } from '../model/schema-node.ts';
import { say } from '../model/words.ts';
import { nearest } from '../text/similar.ts';
import { type Columns, matchHeads } from './columns.ts';
import { ImportFailure } from './failure.ts';
import { normaliseHead } from './head-forms.ts';
import { labelOf } from './reading.ts';
import type { Row, TableColumn } from './table.ts';

/** What columns of a file stand for, as somebody settled it: by head, a field's path or `kept`. */
export type ColumnMap = ReadonlyMap<string, string>;

const NOT_IMPORTED = '不导入';

/** Reads `列名: 字段`; a head without a field is not settled yet. Throws ImportFailure. */
export function readColumnMap(text: string, columns: Columns): ColumnMap {
  const document = parseDocument(text, { schema: 'failsafe' });
  const [error] = document.errors;
  if (error !== undefined || !(document.contents === null || isMap(document.contents))) {
    const line = error?.linePos?.[0].line ?? 1;
    throw failure(
      `列名对照第 ${line} 行读不下去：每行写“列名: 字段”`,
      `line ${line} of the map is no “head: field”`,
    );
  }
  const map = new Map<string, string>();
  for (const { key, value } of isMap(document.contents) ? document.contents.items : []) {
    const head = isScalar(key) ? String(key.value) : '';
    const field = isScalar(value) && typeof value.value === 'string' ? value.value.trim() : '';
    if (head === '' || field === '') continue;
    map.set(head, pathOf(field, columns));
  }
  return map;
}

function pathOf(field: string, columns: Columns): string {
  if (field === NOT_IMPORTED) return 'kept';
  const known = new Set([...columns.paths.values(), ...[...columns.parts.values()].flat()]);
  if (known.has(field)) return field;
  const { path, parts } = matchHeads(columns, field);
  const found = path ?? parts[0];
  if (found !== undefined && found !== 'kept') return found;
  const near = nearestHead(field, columns);
  throw failure(
    `列名对照里没有“${field}”这个字段${near === undefined ? '' : `，是不是“${near}”`}；不要的列写“${NOT_IMPORTED}”`,
    `the map names no field “${field}”${near === undefined ? '' : `: is it “${near}”`}`,
  );
}

function failure(zh: string, en: string): ImportFailure {
  return new ImportFailure(say(zh, en));
}

/** The columns with what the map says put before what is known. */
export function withMap(columns: Columns, map: ColumnMap): Columns {
  if (map.size === 0) return columns;
  const paths = new Map(columns.paths);
  const parts = new Map(columns.parts);
  const kept = new Set(columns.kept);
  for (const [head, path] of map) {
    const name = normaliseHead(head);
    kept.delete(name);
    paths.delete(name);
    parts.delete(name);
    if (path === 'kept') kept.add(name);
    else if (path.includes('[]')) parts.set(name, [path]);
    else paths.set(name, path);
  }
  return { ...columns, paths, parts, kept };
}

/** The known head that is most like an unknown one; undefined where none is near. */
export function nearestHead(head: string, columns: Columns): string | undefined {
  const name = normaliseHead(head.split('/').at(-1) ?? head);
  const known = [...columns.paths.keys(), ...columns.parts.keys()].filter((one) => one.length > 1);
  const near = nearest(name, known);
  if (near !== undefined) return near;
  const within = known.filter((one) => one.length > 2 && name.includes(one));
  return within.sort((a, b) => b.length - a.length)[0] ?? sharing(name, known);
}

/** The head that shares most pairs of characters; undefined where none shares one. */
function sharing(name: string, known: readonly string[]): string | undefined {
  const own = pairsOf(name);
  let best: string | undefined;
  let most = 0;
  for (const one of known) {
    const pairs = pairsOf(one);
    const shared = pairs.filter((pair) => own.includes(pair)).length;
    const score = (2 * shared) / (own.length + pairs.length);
    if (score <= most) continue;
    most = score;
    best = one;
  }
  return best;
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

/** The Chinese name of the field a head is known for. */
export function fieldName(path: string): string {
  if (path === 'kept') return NOT_IMPORTED;
  const bare = path.replace(/@.*/, '');
  const label = labelOf(bare);
  const entries = /^([a-z]+)\[\]/.exec(bare)?.[1];
  return entries === undefined ? label : `${labelAt('item', `/${entries}`)}的${label}`;
}

/** A map to be completed: heads that are known with their fields, the others blank. */
export function draftMap(
  table: readonly TableColumn[],
  rows: readonly Row[],
  columns: Columns,
): string {
  const lines = table.map(({ head, path }) => {
    const key = JSON.stringify(head);
    if (path !== undefined)
      return `${key}: ${path === 'kept' ? NOT_IMPORTED : path}  # ${fieldName(path)}`;
    const near = nearestHead(head, columns);
    const example = exampleOf(head, rows);
    const hints = [
      near === undefined ? '' : `是不是“${near}”？`,
      example === undefined ? '' : `例：${example}`,
    ];
    return `${key}:  # 不认得。${hints.join('')}`;
  });
  return [
    '# 列名对照：左边是表格里的列名，右边是字段（中文名称或键都可以），不要的列写“不导入”。',
    '# 改好后再导入，加上 --map 和这个文件的名字；导入后它留在目录里，下次自动使用。',
    ...lines,
    '',
  ].join('\n');
}

const LONGEST_EXAMPLE = 20;

function exampleOf(head: string, rows: readonly Row[]): string | undefined {
  for (const row of rows.slice(0, 100)) {
    const text = row.cells.get(head)?.replace(/\s+/g, ' ').trim();
    if (text !== undefined && text !== '') return text.slice(0, LONGEST_EXAMPLE);
  }
  return undefined;
}
