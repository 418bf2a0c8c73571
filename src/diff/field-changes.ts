import type { FieldChange } from '../model/change.ts';
import type { Kind } from '../model/kinds.ts';
import { listItems, type SchemaNode, schemaOf } from '../model/schema-node.ts';
import { burdenOf } from './burden.ts';

/** Notes of those who keep the catalogue: no change for whoever reads a guide. */
const UNPUBLISHED = new Set([
  'id',
  'aliases',
  'version',
  'effective',
  'reviewed',
  'reviewer',
  'owner',
  'related',
  'allow',
  'imported',
]);

/** What differs between two versions of a file, field by field in the schema's order. */
export function fieldChanges(kind: Kind, before: object, after: object): FieldChange[] {
  const [old, now] = [record(before), record(after)];
  const place = { pointer: '', of: '', situations: situationNames(old, now) };
  return ofObject(schemaOf(kind), old, now, place).filter(
    ({ pointer }) => !UNPUBLISHED.has(pointer.split('/')[1] ?? ''),
  );
}

interface Place {
  readonly pointer: string;
  readonly of: string;
  /** Names of situations by id: what a list of ids says to a reader. */
  readonly situations: ReadonlyMap<string, string>;
}

function situationNames(...versions: readonly Fields[]): Map<string, string> {
  const entries = versions.flatMap(({ situations }) =>
    isRecordList(situations) ? situations.map(({ id, name }) => [String(id), String(name)]) : [],
  );
  return new Map(entries as [string, string][]);
}

type Fields = Readonly<Record<string, unknown>>;

function ofObject(node: SchemaNode, before: Fields, after: Fields, place: Place): FieldChange[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, child]) => {
    const pointer = `${place.pointer}/${key}`;
    return ofValue(child, before[key], after[key], { ...place, pointer });
  });
}

function ofValue(node: SchemaNode, before: unknown, after: unknown, place: Place): FieldChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isRecord(before) && isRecord(after)) return ofObject(node, before, after, place);
  const lists = [before ?? [], after ?? []];
  if (lists.some(isRecordList) && lists.every(Array.isArray)) {
    return ofList(node, before, after, place);
  }
  const said = (value: unknown): string => words(namedIds(value, place), node);
  return [changed(node, said(before), said(after), place)];
}

/** Entries are the same when they have the same id, else the same name. */
function ofList(node: SchemaNode, before: unknown, after: unknown, place: Place): FieldChange[] {
  const [old, now] = [keyed(before), keyed(after)];
  const label = node['x-label'] ?? '';
  const entryNode = listItems(node) ?? {};
  const dropped = [...old].flatMap(([key, { name, at }]): FieldChange[] =>
    now.has(key) ? [] : [came(node, { before: name, after: '' }, place, at, old.get(key)?.value)],
  );
  const rest = [...now].flatMap(([key, { name, at, value }]): FieldChange[] => {
    const was = old.get(key);
    if (was === undefined) return [came(node, { before: '', after: name }, place, at, value)];
    const pointer = `${place.pointer}/${at}`;
    const of = `${place.of}${label}“${name}”`;
    return ofObject(entryNode, was.value, value, { ...place, pointer, of });
  });
  return [...dropped, ...rest];
}

function came(
  node: SchemaNode,
  { before, after }: { readonly before: string; readonly after: string },
  place: Place,
  at: number,
  value: Fields | undefined,
): FieldChange {
  const label = node['x-label'] ?? '';
  const change = { pointer: `${place.pointer}/${at}`, label, of: place.of, before, after };
  return { ...change, entry: true, burden: burdenOf({ ...change, entry: value ?? {} }) };
}

function changed(node: SchemaNode, before: string, after: string, place: Place): FieldChange {
  const label = node['x-label'] ?? place.pointer.replace(/.*\//, '');
  const change = { pointer: place.pointer, label, of: place.of, before, after };
  return { ...change, burden: burdenOf(change) };
}

interface Keyed {
  readonly name: string;
  readonly at: number;
  readonly value: Fields;
}

const NAMES = ['name', 'question', 'kind', 'text', 'law', 'window', 'item', 'term'];

function keyed(value: unknown): Map<string, Keyed> {
  const found = new Map<string, Keyed>();
  (isRecordList(value) ? value : []).forEach((entry, at) => {
    const name = NAMES.map((key) => entry[key]).find((each) => typeof each === 'string') ?? '';
    const article = typeof entry.article === 'string' ? entry.article : '';
    const hall = typeof entry.hall === 'string' ? `${entry.hall} ` : '';
    const said = `${hall}${String(name)}${article}`;
    const base = typeof entry.id === 'string' ? `#${entry.id}` : said;
    let key = base;
    for (let number = 2; found.has(key); number += 1) key = `${base} ${number}`;
    found.set(key, { name: said === '' ? `第${at + 1}项` : said, at, value: entry });
  });
  return found;
}

/** Situations are listed by id and read by name. */
function namedIds(value: unknown, { pointer, situations }: Place): unknown {
  if (!pointer.endsWith('/situations') || !Array.isArray(value)) return value;
  return value.map((id) => situations.get(String(id)) ?? id);
}

/** A value as it is written: lists with 、, yes and no in Chinese. */
function words(value: unknown, node: SchemaNode): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) {
    const entries = value.map((each) => words(each, listItems(node) ?? {}));
    return entries.length === 0 ? '无' : entries.join('、');
  }
  if (!isRecord(value)) return String(value);
  const parts = Object.entries(value).map(([key, each]) => {
    const child =
      node.properties?.[key] ??
      node.anyOf?.find((form) => form.properties)?.properties?.[key] ??
      {};
    return `${child['x-label'] ?? key}${words(each, child)}`;
  });
  return parts.join('，');
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordList(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

/** An entry of a catalogue by its keys; no value of it is trusted to have a type. */
function record(value: object): Fields {
  return Object.fromEntries(Object.entries(value));
}
