import type { SchemaNode } from '../../model/schema-node.ts';
import { schemaAt } from '../../model/schema-node.ts';
import { readDate, readSerialDate } from '../../phrase/date.ts';
import { strictLimit } from '../../phrase/limit.ts';
import { parseWholeNumber, toHalfWidth } from '../../text/numeral.ts';
import { isNone, type Reading } from '../reading.ts';

/** Reads a column by what the schema says of its field: text, term, number, list, yes or no. */
export function readPlain(path: string, reading: Reading): void {
  const text = reading.text(path);
  const node = schemaAt('item', `/${path.replaceAll('.', '/')}`);
  if (text === undefined || node === undefined) return;
  if (isNone(text) && !reading.columns.noneIsAnswer.has(path)) {
    reading.conclude('none-left-out', path);
    return;
  }
  const result = convert(node, text, path, reading);
  if (result.value !== undefined) setAt(reading, path, result.value);
  if (result.doubt !== undefined) reading.doubt(path, text, result.doubt);
}

export interface Converted {
  readonly value?: unknown;
  readonly doubt?: string;
}

/** A text as the schema has it: term, number, list, yes or no; or why it is left to people. */
export function convert(node: SchemaNode, text: string, path: string, reading: Reading): Converted {
  if (node.enum !== undefined) return asTerm(node.enum, reading.term(path, text));
  if (node.format !== undefined) return asFormat(node.format, text);
  if (node.type === 'string') return { value: text };
  if (node.type === 'boolean') return asBoolean(text);
  if (node.type === 'integer') {
    const value = parseWholeNumber(text.replace(/次$/, ''));
    return value === undefined ? { doubt: '不是整数' } : { value };
  }
  if (node.items?.type === 'string') return asList(node.items, text, path, reading);
  return { doubt: '这一栏要逐项填写，不能从一段文字里自动拆分' };
}

function asTerm(terms: readonly string[], text: string): Converted {
  const wording = terms.find((term) => term === toTerm(text) || toTerm(term) === toTerm(text));
  return wording === undefined
    ? { doubt: `不是规定的说法（${terms.join('、')}）` }
    : { value: wording };
}

function toTerm(text: string): string {
  return toHalfWidth(text).replace(/\s+/g, '');
}

function asBoolean(text: string): Converted {
  if (/^(?:是|有|支持|Y|yes|true|1)$/i.test(text)) return { value: true };
  if (/^(?:否|不支持|N|no|false|0)$/i.test(text)) return { value: false };
  return { doubt: '只能写“是”或“否”' };
}

function asFormat(format: string, text: string): Converted {
  if (format === 'duration') {
    const value = strictLimit(text);
    return value === undefined ? { doubt: '不是一个时限' } : { value };
  }
  if (format === 'date') {
    const value = readDate(text) ?? readSerialDate(text);
    return value === undefined ? { doubt: '不是年月日齐全的日期' } : { value };
  }
  if (format === 'web-address') {
    return /^https?:\/\/[^\s/]+\.[^\s/]+\S*$/.test(text) ? { value: text } : { doubt: '不是网址' };
  }
  return { doubt: '文件要放进目录的 forms/ 后再填写' };
}

function asList(node: SchemaNode, text: string, path: string, reading: Reading): Converted {
  const parts = text.split(/[、，,；;\n\t|]+/).map((part) => part.trim());
  const words = [...new Set(parts.filter((part) => part !== ''))];
  if (node.enum === undefined) return { value: words };
  const terms = words.map((word) => asTerm(node.enum ?? [], reading.term(path, word)));
  const value = [...new Set(terms.flatMap((term) => term.value ?? []))];
  const unknown = words.filter((_, at) => terms[at]?.value === undefined);
  return {
    ...(value.length === 0 ? {} : { value }),
    ...(unknown.length === 0 ? {} : { doubt: `“${unknown.join('、')}”不是规定的说法` }),
  };
}

/** Sets a value in the draft at a key path, making the tables on the way. */
export function setAt(reading: Reading, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  // The path comes from the schema, so the tables on the way are of the draft's own shape.
  let table = reading.draft as Record<string, unknown>;
  for (const step of steps) {
    table[step] ??= {};
    table = table[step] as Record<string, unknown>;
  }
  table[last] = value;
}
