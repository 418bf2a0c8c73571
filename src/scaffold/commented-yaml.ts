import { stringify } from 'yaml';
import { fieldDoc } from '../model/field-doc.ts';
import type { KeyLanguage } from '../model/key-names.ts';
import type { Kind } from '../model/kinds.ts';
import { listItems, type SchemaNode, schemaOf } from '../model/schema-node.ts';

/** A value for a file: with English keys; null is a blank to be filled in. */
export type Draft = { readonly [key: string]: unknown };

/** How a draft is written. */
export interface DraftStyle {
  readonly kind: Kind;
  readonly keys: KeyLanguage;
  /** Whether each key has its meaning in a line above it. */
  readonly comments: boolean;
}

/** A file as a person would write it, its keys in the order of the draft. */
export function commentedYaml(draft: Draft, style: DraftStyle): string {
  return `${mapLines(draft, schemaOf(style.kind), '', style).join('\n')}\n`;
}

function mapLines(
  map: Draft,
  schema: SchemaNode | undefined,
  path: string,
  style: DraftStyle,
): string[] {
  return Object.entries(map).flatMap(([key, value]) => {
    const node = schema?.properties?.[key];
    const own = path === '' ? key : `${path}.${key}`;
    const name = style.keys === 'zh' ? (node?.['x-label'] ?? key) : key;
    const lines = valueLines(name, value, node, own, style);
    const comment = style.comments ? commentOf(own, value === null, style) : undefined;
    return comment === undefined ? lines : [`# ${comment}`, ...lines];
  });
}

function valueLines(
  name: string,
  value: unknown,
  node: SchemaNode | undefined,
  path: string,
  style: DraftStyle,
): string[] {
  if (Array.isArray(value)) return listLines(name, value, node, path, style);
  if (isMap(value)) return [`${name}:`, ...indented(mapLines(value, node, path, style))];
  return [value === null ? `${name}:` : `${name}: ${scalar(value)}`];
}

function listLines(
  name: string,
  list: readonly unknown[],
  node: SchemaNode | undefined,
  path: string,
  style: DraftStyle,
): string[] {
  const short = list.every((each) => typeof each === 'string' && each.length < SHORT);
  if (short) return [`${name}: [${list.map(scalar).join(', ')}]`];
  const rows = node === undefined ? undefined : listItems(node);
  const entries = list.flatMap((each) =>
    isMap(each) ? rowLines(mapLines(each, rows, path, style)) : [entryLine(each)],
  );
  return [`${name}:`, ...indented(entries)];
}

/** In characters: longer entries of a list stand on a line each. */
const SHORT = 12;

function entryLine(value: unknown): string {
  return value === null ? '-' : `- ${scalar(value)}`;
}

/** The lines of a map as an entry: a dash before the first key, after its comment. */
function rowLines(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => !line.startsWith('#'));
  return lines.map((line, index) => {
    if (index < first) return line;
    return index === first ? `- ${line}` : `  ${line}`;
  });
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function isMap(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function scalar(value: unknown): string {
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

/** The meaning of a field in one line, with its values; for a blank, with an example. */
function commentOf(path: string, blank: boolean, { kind, keys }: DraftStyle): string | undefined {
  const doc = fieldDoc(kind, path);
  if (doc === undefined) return undefined;
  const { label, description, example, values } = doc;
  const parts = [keys === 'en' ? `${label}：${description}` : description];
  if (typeof example === 'boolean') parts.push('写：是、否');
  else if (values !== undefined) parts.push(`写：${Object.keys(values).join('、')}`);
  const shown = blank && !isDeep(example) && typeof example !== 'boolean';
  if (shown && !description.includes('例如'))
    parts.push(`例如 ${Array.isArray(example) ? `[${example.join(', ')}]` : example}`);
  return parts.join('；');
}

/** Whether an example takes more than a line: its keys are written out below anyway. */
function isDeep(example: unknown): boolean {
  if (example === undefined || isMap(example)) return true;
  return Array.isArray(example) && example.some((each) => typeof each !== 'string');
}
