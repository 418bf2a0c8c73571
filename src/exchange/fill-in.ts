import { type Edit, editYaml } from '../edit/edit.ts';
import { loadColumns } from '../import/columns.ts';
import { readFields } from '../import/fields/index.ts';
import { Reading } from '../import/reading.ts';
import { decodeText } from '../load/decode.ts';
import { readEntry } from '../load/read.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import { type Kind, kindOfPath } from '../model/kinds.ts';
import type { Item } from '../model/schema.gen.ts';
import { listItems, type SchemaNode, schemaAt } from '../model/schema-node.ts';
import { valueAt } from '../model/texts.ts';
import { parseDuration } from '../text/duration.ts';
import { readCell } from './cells.ts';
import { checksum } from './mark.ts';
import { amendMemory, SOURCE_SHEETS } from './memory.ts';
import { textOf } from './open-import.ts';
import type { FilledValue } from './open-values.ts';
import { departmentNames } from './rows.ts';

/** What became of the cells that were filled in. */
export interface FilledIn {
  /** Texts of files that are to be written, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly taken: readonly FilledValue[];
  /** Rows that were not taken, each with the reason. */
  readonly left: readonly { readonly value: FilledValue; readonly why: string }[];
}

/** Puts what was filled in into the files, in place; a value that changed meanwhile is told. */
export function fillIn(
  values: readonly FilledValue[],
  catalog: Catalog,
  files: Files,
  { force }: { readonly force: boolean },
): FilledIn {
  const texts = new Map<string, string>();
  const taken: FilledValue[] = [];
  const left: { value: FilledValue; why: string }[] = [];
  const known = new Set(files.list());
  for (const value of values) {
    const kind = known.has(value.file) ? kindOfPath(value.file) : undefined;
    const before =
      kind === undefined ? undefined : (texts.get(value.file) ?? textIn(files, value.file));
    if (kind === undefined || before === undefined) {
      left.push({ value, why: `目录里没有“${value.file}”` });
      continue;
    }
    const done = fillOne(value, kind, before, catalog, force);
    if ('why' in done) left.push({ value, why: done.why });
    else {
      texts.set(value.file, done.text);
      taken.push(value);
    }
  }
  return { files: texts, taken, left };
}

function fillOne(
  filled: FilledValue,
  kind: Kind,
  before: string,
  catalog: Catalog,
  force: boolean,
): { readonly text: string } | { readonly why: string } {
  const { pointer, file } = filled;
  const value = readEntry(file, kind, oneFile(file, before)).entry?.value;
  const current = valueAt(value, pointer);
  // The same workbook may come twice.
  if (textOf(current) === filled.text) {
    return { text: editYaml(before, kind, settled(filled, value)).text };
  }
  if (checksum(textOf(current)) !== filled.before && !force) {
    return { why: `目录里这一栏已经改成“${textOf(current).slice(0, 40)}”` };
  }
  const read = valuesFor(filled, kind, current, catalog);
  if ('why' in read) return read;
  const { text, refused } = editYaml(before, kind, read.edits);
  if (refused.length > 0) return { why: '不能在原处改，请在文件里改' };
  return { text: editYaml(text, kind, settled(filled, value)).text };
}

/** The edits that a filled cell stands for. */
function valuesFor(
  { pointer, text, field }: FilledValue,
  kind: Kind,
  current: unknown,
  catalog: Catalog,
): { readonly edits: readonly Edit[] } | { readonly why: string } {
  const schema = schemaAt(kind, pointer);
  const form = schema === undefined ? undefined : formOf(schema);
  if (kind === 'item' && schema?.format === 'duration' && /^\/limits\//.test(pointer)) {
    return readByColumns(pointer, field, text, current);
  }
  if (schema !== undefined && form !== undefined) {
    const isDepartment = kind === 'item' && pointer === '/department';
    const names = isDepartment ? departmentNames(catalog) : undefined;
    const column = { head: field, path: [], schema: listItems(schema) ?? schema, form };
    const read = readCell(text, column, names);
    if ('wrong' in read) return { why: read.wrong };
    if ('blank' in read) return { why: '没有填写' };
    if (isDepartment && !catalog.departments.has(String(read.value))) {
      return { why: `目录里没有“${text}”这个实施主体` };
    }
    if (!isInForm(text, schema)) return { why: `“${text.slice(0, 40)}”不是这一栏的写法` };
    return { edits: [{ op: 'set', pointer, value: read.value }] };
  }
  return kind === 'item'
    ? readByColumns(pointer, field, text, current)
    : { why: '这一栏请在文件里填写' };
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
): { readonly edits: readonly Edit[] } | { readonly why: string } {
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

/** Takes the text that was left to people from the item, or lets it know what the source says. */
function settled({ field, original, pointer, settles }: FilledValue, value: unknown): Edit[] {
  const { imported } = (value ?? {}) as Partial<Item>;
  const at = (imported?.unresolved ?? []).findIndex((one) => {
    return one.field === field && one.text.trim() === original.trim();
  });
  if (at !== -1) return [{ op: 'delete', pointer: `/imported/unresolved/${at}` }];
  const path = pointer.slice(1).replaceAll('/', '.');
  const isOfItem = SOURCE_SHEETS[0]?.columns.some((column) => column.path.join('.') === path);
  if (settles === undefined || imported?.read === undefined || isOfItem !== true) return [];
  const read = amendMemory(imported.read, field, settles);
  return [{ op: 'set', pointer: '/imported/read', value: read }];
}

function textIn(files: Files, path: string): string | undefined {
  const decoded = decodeText(files.read(path));
  return 'text' in decoded ? decoded.text : undefined;
}

function oneFile(path: string, text: string): Files {
  return {
    list: () => [path],
    read: () => new TextEncoder().encode(text),
    escapes: () => new Set(),
  };
}
