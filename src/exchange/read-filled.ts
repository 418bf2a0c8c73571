import type { Edit } from '../edit/edit.ts';
import { loadColumns } from '../import/columns.ts';
import { readFields } from '../import/fields/index.ts';
import { Reading } from '../import/reading.ts';
import { type Complaint, convert } from '../load/convert.ts';
import { meantValue } from '../load/meant/meant-value.ts';
import { parseYaml } from '../load/parse.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Kind } from '../model/kinds.ts';
import { labelAt, listItems, type SchemaNode, schemaAt } from '../model/schema-node.ts';
import { valueAt } from '../model/texts.ts';
import { readBasis } from '../phrase/basis.ts';
import { parseDuration } from '../text/duration.ts';
import { readCell } from './cells.ts';
import type { Column } from './layout.ts';
import type { FilledValue } from './open-values.ts';
import { departmentNames } from './rows.ts';

/** The edits that the text of a cell stands for, or why it stands for none. */
type ReadCellText = { readonly edits: readonly Edit[] } | { readonly why: string };

/** The edits that a filled cell stands for: a value, or the lines of the file that a hint gives. */
export function readFilled(
  { pointer, text, field }: Pick<FilledValue, 'pointer' | 'text' | 'field'>,
  kind: Kind,
  current: unknown,
  { catalog, value }: { readonly catalog: Catalog; readonly value: unknown },
): ReadCellText {
  const above = entryOf(pointer);
  if (above !== '' && valueAt(value, above) === undefined) {
    return { why: `目录里还没有这一项：${labelAt(kind, above)}` };
  }
  const schema = schemaAt(kind, pointer);
  const form = schema === undefined ? undefined : formOf(schema);
  const lines = readLines(pointer, text, kind, value);
  if (lines !== undefined) return lines;
  if (kind === 'item' && schema?.format === 'duration' && /^\/limits\//.test(pointer)) {
    return readByColumns(pointer, field, text, current);
  }
  if (schema !== undefined && form !== undefined) {
    const isDepartment = kind === 'item' && pointer === '/department';
    const departments = isDepartment ? catalog.departments : undefined;
    const column = { head: field, path: [], schema: listItems(schema) ?? schema, form };
    return readOne(pointer, text, column, departments);
  }
  if (/\/basis$/.test(pointer) && schema?.type === 'object') return readOneBasis(pointer, text);
  if (pointer === '/faq') return readQuestions(text, current);
  const isColumn = kind === 'item' && !/\/\d+(?:\/|$)/.test(pointer);
  return isColumn ? readByColumns(pointer, field, text, current) : { why: IN_FILE };
}

/** Whether there is a way to read what is filled in for a value. */
export function isFillable(kind: Kind, pointer: string, value: unknown): boolean {
  const schema = schemaAt(kind, pointer);
  if (schema === undefined || pointer === '' || pointer === '/id') return false;
  if (valueAt(value, entryOf(pointer)) === undefined) return false;
  return formOf(schema) !== undefined || !/\/\d+$/.test(pointer);
}

/** One value that a cell can hold. */
function readOne(
  pointer: string,
  text: string,
  column: Column,
  departments: Catalog['departments'] | undefined,
): ReadCellText {
  const names = departments === undefined ? undefined : departmentNames({ departments });
  const read = readCell(meantBy(text, column.schema), column, names);
  if ('wrong' in read) return { why: read.wrong };
  if ('blank' in read) return { why: '没有填写' };
  if (departments?.has(String(read.value)) === false) {
    return { why: `目录里没有“${text}”这个实施主体` };
  }
  const isList = column.form === 'list';
  if (!isList && !isInForm(String(read.value), column.schema)) {
    return { why: `“${text.slice(0, 40)}”不是这一栏的写法` };
  }
  return { edits: [{ op: 'set', pointer, value: read.value }] };
}

const IN_FILE = '这一栏请在文件里填写';

/** The entry of a list in which a value stands; `''` for the record itself. */
export function entryOf(pointer: string): string {
  return /^.*\/\d+(?=\/|$)/.exec(pointer)?.[0] ?? '';
}

/** A value as its field asks for it, where it is certain what was meant: 2份 → 2. */
function meantBy(text: string, schema: SchemaNode): string {
  const meant = meantValue(text, schema);
  return meant?.sure === true ? meant.text : text;
}

/** Lines as they are pasted into the file; undefined for a text that is none. */
function readLines(
  pointer: string,
  text: string,
  kind: Kind,
  value: unknown,
): ReadCellText | undefined {
  const key = /^([\p{L}_]+):(?:\s|$)/u.exec(text)?.[1];
  if (key === undefined) return undefined;
  const entry = entryOf(pointer);
  const schema = schemaAt(kind, entry);
  const asked = pointer.slice(entry.length).split('/')[1] ?? '';
  // A text may begin with a word and a colon of its own.
  if (key !== asked && key !== schema?.properties?.[asked]?.['x-label']) return undefined;
  const wrong: Complaint[] = [];
  const { tree } = parseYaml('', text.replaceAll('\u00a0', ' '));
  if (tree === undefined || schema === undefined) return { why: '这几行不是目录的写法' };
  const patch = convert(tree, schema, (complaint) => wrong.push(complaint));
  if (wrong.length > 0 || valueAt(patch, `/${asked}`) === undefined) {
    return { why: '这几行不是目录的写法' };
  }
  return { edits: [...setsOf(entry, patch, valueAt(value, entry))] };
}

/** What sets each value of a map; a map that is there keeps what else it has. */
function* setsOf(pointer: string, patch: unknown, current: unknown): Iterable<Edit> {
  // A map that was read by its schema.
  for (const [key, value] of Object.entries(patch as Readonly<Record<string, unknown>>)) {
    const [at, there] = [`${pointer}/${key}`, valueAt(current, `/${key}`)];
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (isMap && typeof there === 'object') yield* setsOf(at, value, there);
    else yield { op: 'set', pointer: at, value };
  }
}

/** One law and article for a value that rests on them. */
function readOneBasis(pointer: string, text: string): ReadCellText {
  const { value = [], why } = readBasis(text);
  const [basis, ...more] = value;
  if (basis !== undefined && more.length === 0) {
    return { edits: [{ op: 'set', pointer, value: { ...basis } }] };
  }
  return { why: `没有读懂：${why?.zh ?? '要写一部法律的一条'}` };
}

/** 问：… 答：…, as often as there are questions. */
function readQuestions(text: string, current: unknown): ReadCellText {
  const pairs = [...text.matchAll(/问\s*[：:]\s*(.+?)\s*答\s*[：:]\s*(.+?)\s*(?=问\s*[：:]|$)/gs)];
  const rest = pairs.reduce((left, [whole]) => left.replace(whole, ''), text).trim();
  if (pairs.length === 0 || rest !== '') return { why: '没有读懂：要写成“问：……答：……”' };
  const faq = pairs.map(([, question = '', answer = '']) => ({ question, answer }));
  return { edits: editsOf('faq', faq, current) };
}

/** Whether a text is written as its field asks. */
function isInForm(text: string, { format, pattern }: SchemaNode): boolean {
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text)) return false;
  if (format === 'duration') return parseDuration(text) !== undefined;
  if (format === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text);
  return format !== 'web-address' || /^https?:\/\/\S+$/.test(text);
}

function formOf(schema: SchemaNode): 'text' | 'number' | 'boolean' | 'list' | undefined {
  const { type } = schema;
  if (type === 'boolean') return 'boolean';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'string') return 'text';
  const items = listItems(schema);
  return items !== undefined && items.properties === undefined ? 'list' : undefined;
}

/** Reads a text as the import of a list reads it; it has to be understood in full. */
function readByColumns(
  pointer: string,
  head: string,
  text: string,
  current: unknown,
): ReadCellText {
  const path = pointer.slice(1).replaceAll('/', '.');
  const reading = new Reading(new Map([[path, { head, path, text }]]), loadColumns());
  readFields(reading, [path]);
  const [doubt] = reading.unresolved;
  if (doubt !== undefined) return { why: `没有读懂：${doubt.reason}` };
  const edits = Object.entries(reading.draft).flatMap(([key, value]) =>
    editsOf(key, value, current),
  );
  return edits.length === 0 ? { why: '没有读懂' } : { edits };
}

/** Entries are added to those that are there; fields of a map are set one by one. */
function editsOf(key: string, value: unknown, current: unknown): Edit[] {
  if (Array.isArray(value)) {
    const count = Array.isArray(current) ? current.length : 0;
    if (count === 0) return [{ op: 'set', pointer: `/${key}`, value }];
    return value.map((one: unknown, at) => {
      return { op: 'insert', pointer: `/${key}/${count + at}`, value: one };
    });
  }
  if (typeof value !== 'object' || value === null)
    return [{ op: 'set', pointer: `/${key}`, value }];
  return Object.entries(value).map(([inner, one]) => {
    return { op: 'set', pointer: `/${key}/${inner}`, value: one as unknown };
  });
}
