import type { FieldChange } from '../model/change.ts';
import type { Kind } from '../model/kinds.ts';
import { listItems, type SchemaNode, schemaOf } from '../model/schema-node.ts';
import { fieldWords, propertyOf } from './field-words.ts';
import { type Known, matchEntries } from './match-entries.ts';
import { type Fields, isRecord, isRecordList, sameValue } from './plain.ts';
import { weigh } from './weigh.ts';

/** Notes of those who keep the catalogue: no change for whoever reads a guide. */
const UNPUBLISHED = new Set([
  ...['id', 'aliases', 'version', 'effective', 'reviewed', 'reviewer'],
  ...['owner', 'related', 'allow', 'imported', 'approved', 'increase'],
]);

/** Whether a change is told to the public. */
export function isPublished({ pointer }: FieldChange): boolean {
  const [, first = '', ...rest] = pointer.split('/');
  return !UNPUBLISHED.has(first) && !rest.some((step) => step === 'increase' || step === 'allow');
}

/**
 * What differs between two versions of a file, field by field in the schema's order. Entries of
 * lists are found again by what they are; order and blanks are no difference.
 */
export function fieldChanges(kind: Kind, before: object, after: object): FieldChange[] {
  const [old, now] = [record(before), record(after)];
  const place = { pointer: '', of: '', ...situationsOf(old, now) };
  return ofMap(schemaOf(kind), old, now, place);
}

interface Place {
  readonly pointer: string;
  readonly of: string;
  /** Names of situations by id: what a list of ids says to a reader. */
  readonly names: ReadonlyMap<string, string>;
  /** Ids of those that are there before and after. */
  readonly shared: ReadonlySet<string>;
}

function situationsOf(before: Fields, after: Fields): Pick<Place, 'names' | 'shared'> {
  const of = ({ situations }: Fields): [string, string][] =>
    isRecordList(situations) ? situations.map(({ id, name }) => [String(id), String(name)]) : [];
  const [old, now] = [of(before), of(after)];
  const known = new Set(old.map(([id]) => id));
  const shared = now.map(([id]) => id).filter((id) => known.has(id));
  return { names: new Map([...old, ...now]), shared: new Set(shared) };
}

function ofMap(node: SchemaNode, before: Fields, after: Fields, place: Place): FieldChange[] {
  const keys = new Set([
    ...Object.keys(node.properties ?? {}),
    ...Object.keys({ ...before, ...after }),
  ]);
  return [...keys].flatMap((key) => {
    const child = propertyOf(node, key) ?? { 'x-label': key };
    const pointer = `${place.pointer}/${escaped(key)}`;
    return ofValue(child, before[key], after[key], { ...place, pointer });
  });
}

/** As a step of a JSON pointer. */
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function ofValue(node: SchemaNode, before: unknown, after: unknown, place: Place): FieldChange[] {
  if (sameValue(before, after)) return [];
  const [old, now] = [before ?? {}, after ?? {}];
  const both = isRecord(before) && isRecord(after);
  if (isRecord(old) && isRecord(now) && (both || isWeighedWithin(node))) {
    return ofMap(node, old, now, place);
  }
  const lists = [before ?? [], after ?? []];
  if (lists.every(Array.isArray) && (lists.some(isRecordList) || isOfTexts(node))) {
    return ofList(node, lists[0] ?? [], lists[1] ?? [], place);
  }
  return [changed(node, before, after, place)];
}

const WEIGHED = new WeakMap<SchemaNode, boolean>();

/** Whether a map's own fields are weighed, and not the map: it is told field by field. */
function isWeighedWithin(node: SchemaNode): boolean {
  if (node['x-burden'] !== undefined) return false;
  const known = WEIGHED.get(node);
  if (known !== undefined) return known;
  const found = Object.values(node.properties ?? {}).some(
    (child) => child['x-burden'] !== undefined || isWeighedWithin(child),
  );
  WEIGHED.set(node, found);
  return found;
}

/** Whether the entries of a list are texts of their own, and no values out of a few or ids. */
function isOfTexts(node: SchemaNode): boolean {
  const { type, enum: values, pattern, format } = listItems(node) ?? {};
  return type === 'string' && values === undefined && pattern === undefined && format === undefined;
}

function ofList(
  node: SchemaNode,
  before: readonly unknown[],
  after: readonly unknown[],
  place: Place,
): FieldChange[] {
  const label = node['x-label'] ?? '';
  const entryNode = { ...(listItems(node) ?? {}), ...textOf(node) };
  return matchEntries(before, after).flatMap(({ before: old, after: now }): FieldChange[] => {
    if (old === undefined || now === undefined) return cameOrWent(node, old, now, place);
    const pointer = `${place.pointer}/${now.at}`;
    if (!isRecord(old.value) || !isRecord(now.value)) {
      return ofValue(entryNode, old.value, now.value, { ...place, pointer });
    }
    const of = `${place.of}${label}“${now.name}”`;
    return ofMap(entryNode, old.value, now.value, { ...place, pointer, of });
  });
}

/** An entry that is a text is called like its list, and may become stricter. */
function textOf(node: SchemaNode): SchemaNode {
  if (listItems(node)?.type !== 'string') return {};
  const demand = node['x-burden'] === 'demand' ? { 'x-burden': 'requirement' } : {};
  return { 'x-label': node['x-label'] ?? '', ...demand };
}

function cameOrWent(
  node: SchemaNode,
  old: Known | undefined,
  now: Known | undefined,
  place: Place,
): FieldChange[] {
  const known = now ?? old;
  if (known === undefined) return [];
  const pointer = `${place.pointer}/${known.at}`;
  const values = { before: old?.value, after: now?.value };
  const weight = weigh({ node, ...values, shared: place.shared });
  const names = { before: old?.name ?? '', after: now?.name ?? '' };
  const label = node['x-label'] ?? '';
  return [{ pointer, label, of: place.of, entry: true, ...names, ...weight }];
}

function changed(node: SchemaNode, before: unknown, after: unknown, place: Place): FieldChange {
  const { pointer, of, shared } = place;
  const label = node['x-label'] ?? pointer.replace(/.*\//, '');
  const said = (value: unknown): string => fieldWords(namedIds(value, place), node);
  const weight = weigh({ node, before, after, shared });
  return { pointer, label, of, before: said(before), after: said(after), ...weight };
}

/** Situations are listed by id and read by name. */
function namedIds(value: unknown, { pointer, names }: Place): unknown {
  if (!pointer.endsWith('/situations') || !Array.isArray(value)) return value;
  return value.map((id) => names.get(String(id)) ?? id);
}

/** An entry of a catalogue by its keys; no value of it is trusted to have a type. */
function record(value: object): Fields {
  return Object.fromEntries(Object.entries(value));
}
