import type { SchemaNode } from '../model/schema-node.ts';
import { readDate } from '../phrase/date.ts';
import { strictLimit } from '../phrase/limit.ts';
import { parseDuration } from '../text/duration.ts';
import type { Column } from './layout.ts';

/** Names that stand for ids in cells, both ways; only names that are no other's. */
export interface Names {
  readonly nameOf: ReadonlyMap<string, string>;
  readonly idOf: ReadonlyMap<string, string>;
}

/** What a cell says: a value, nothing, or why it is none. */
export type CellValue =
  | { readonly value: unknown }
  | { readonly blank: true }
  | { readonly wrong: string };

/** Cells that a workbook can hold; what is longer is not written. */
export const MOST_CHARACTERS = 32_767;
/** Stands in a cell for a text that is longer. */
export const TOO_LONG = '（内容太长，不能放进一格，请在目录的文件里改）';

/** A value as the text of a cell, which `readCell` gives back; nothing is a blank cell. */
export function writeCell(value: unknown, { form }: Column, names?: Names): string {
  if (value === undefined || value === null) return '';
  if (form === 'json') return JSON.stringify(value);
  if (form === 'list' && Array.isArray(value)) {
    return writeList(value.map((each) => named(String(each), names)));
  }
  if (form === 'boolean') return value === true ? '是' : '否';
  return form === 'text' ? shielded(named(String(value), names)) : String(value);
}

/** What the text of a cell says in a column. */
export function readCell(text: string, column: Column, names?: Names): CellValue {
  const { form, schema } = column;
  if (form === 'list') return readList(text, schema, names);
  if (form === 'json') return readJson(text);
  const body = unshielded(text).trim();
  if (body === '') return { blank: true };
  return fitting(identified(body, names), form, schema);
}

function readJson(text: string): CellValue {
  if (text.trim() === '') return { blank: true };
  const value = parsedJson(text);
  return Array.isArray(value) ? { value } : { wrong: '这一格不能在表里改' };
}

function fitting(text: string, form: Column['form'], schema: SchemaNode): CellValue {
  if (form === 'boolean') {
    const value = YES_NO.get(text.toLowerCase());
    return value === undefined ? { wrong: `“${cut(text)}”不是“是”或者“否”` } : { value };
  }
  if (form === 'number') {
    const digits = schema.type === 'integer' ? /^\d{1,15}$/ : /^-?\d{1,15}(?:\.\d{1,15})?$/;
    return digits.test(text) ? { value: Number(text) } : { wrong: `“${cut(text)}”不是数字` };
  }
  return isAllowed(text, schema)
    ? { value: normal(text, schema) }
    : { wrong: `“${cut(text)}”不在可以填的值里：${(schema.enum ?? []).join('、')}` };
}

/** A limit or a date in its normal form where it is surely read; else as it was typed. */
function normal(text: string, { format }: SchemaNode): string {
  if (format === 'date') return readDate(text) ?? text;
  const isLimit = format === 'duration' && parseDuration(text) === undefined;
  return isLimit ? (strictLimit(text) ?? text) : text;
}

const YES_NO = new Map<string, boolean>([
  ['是', true],
  ['否', false],
  ['true', true],
  ['false', false],
]);

function readList(text: string, schema: SchemaNode, names: Names | undefined): CellValue {
  if (text.trim() === '') return { blank: true };
  const entries = entriesIn(text).map((each) => identified(each, names));
  if (entries.every((each) => isAllowed(each, schema))) return { value: typed(entries, schema) };
  const parted = entries.flatMap((each) => each.split(/[、,，;；]/)).map((each) => each.trim());
  if (parted.every((each) => isAllowed(each, schema))) return { value: parted };
  const wrong = parted.filter((each) => !isAllowed(each, schema));
  return { wrong: `“${cut(wrong.join('、'))}”不在可以填的值里：${(schema.enum ?? []).join('、')}` };
}

function typed(entries: readonly string[], { type }: SchemaNode): unknown[] {
  return type === 'integer' ? entries.map(Number) : [...entries];
}

function isAllowed(text: string, schema: SchemaNode): boolean {
  if (schema.type === 'integer') return /^\d{1,15}$/.test(text);
  return schema.enum === undefined || schema.enum.includes(text);
}

/** One entry a line; as JSON where that would not be read as the same list. */
function writeList(entries: readonly string[]): string {
  // A list that is empty on purpose is no blank cell.
  if (entries.length === 0) return '[]';
  const lines = entries.join('\n');
  const same = entriesIn(lines);
  const isSame = same.length === entries.length && same.every((each, at) => each === entries[at]);
  return isSame && !needsShield(lines) ? lines : JSON.stringify(entries);
}

function entriesIn(text: string): string[] {
  const parsed = text.startsWith('[') ? parsedJson(text) : undefined;
  if (Array.isArray(parsed) && parsed.every((each) => typeof each === 'string')) return parsed;
  return text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

/** What XML or a spreadsheet would not give back: controls, half characters, blanks at the ends. */
const FRAGILE = /[^\P{Cc}\n]|[\ufffe\uffff]|\p{Cs}|^\s|\s$/u;

function needsShield(text: string): boolean {
  return FRAGILE.test(text) || unshielded(text) !== text;
}

function shielded(text: string): string {
  return needsShield(text) ? JSON.stringify(text) : text;
}

function unshielded(text: string): string {
  const parsed = text.startsWith('"') ? parsedJson(text) : undefined;
  return typeof parsed === 'string' && (FRAGILE.test(parsed) || parsed.startsWith('"'))
    ? parsed
    : text.replaceAll('\r\n', '\n');
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function named(id: string, names: Names | undefined): string {
  return names?.nameOf.get(id) ?? id;
}

function identified(text: string, names: Names | undefined): string {
  return names?.idOf.get(text) ?? text;
}

/** Names for ids where each name stands for one id alone and is no id itself. */
export function namesFor(pairs: Iterable<readonly [id: string, name: string]>): Names {
  const list = [...pairs];
  const count = new Map<string, number>();
  for (const [, name] of list) count.set(name, (count.get(name) ?? 0) + 1);
  const ids = new Set(list.map(([id]) => id));
  const clear = list.filter(
    ([, name]) =>
      name !== '' && count.get(name) === 1 && !ids.has(name) && !/[\s、,，;；[]/.test(name),
  );
  return { nameOf: new Map(clear), idOf: new Map(clear.map(([id, name]) => [name, id])) };
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
