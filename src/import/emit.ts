import { Document, isScalar, Scalar, visit } from 'yaml';
import { type KeyLanguage, withKeys } from '../model/key-names.ts';
import type { Kind } from '../model/kinds.ts';
import { listItems, type SchemaNode, schemaOf } from '../model/schema-node.ts';
import { isShortList, writeEntry } from './write-entry.ts';

/** What a block cannot hold unharmed: control characters, and blank lines where it begins. */
const UNPRINTABLE = /[^\P{Cc}\n\t]|^\s*\n|[ \t]$/u;

/** A catalogue file as a person would write it: keys in schema order, long texts as blocks. */
export function emitYaml(
  kind: Kind,
  value: object,
  modeline?: string,
  keys: KeyLanguage = 'en',
): string {
  const schema = schemaOf(kind);
  // What a schema's own mapping is made of stays one.
  const map = withKeys(ordered(value, schema), schema, keys) as Readonly<Record<string, unknown>>;
  const body = Object.entries(map)
    .map(([key, one]) => writeEntry(key, one) ?? emitWhole({ [key]: one }))
    .join('');
  return modeline === undefined ? body : `${modeline}\n${body}`;
}

/** Any value, by the library: four times slower than what most texts need. */
function emitWhole(value: object): string {
  const document = new Document(value);
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string') node.type = styleOf(node.value);
    },
    Seq(_, node) {
      if (isShortList(node.items.map(textOf))) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

const RANKS = new WeakMap<SchemaNode, ReadonlyMap<string, number>>();
const NO_RANKS: ReadonlyMap<string, number> = new Map();

/** By key: its place in the schema. */
function ranksOf(schema: SchemaNode | undefined): ReadonlyMap<string, number> {
  if (schema === undefined) return NO_RANKS;
  const known = RANKS.get(schema);
  if (known !== undefined) return known;
  const ranks = new Map(Object.keys(schema.properties ?? {}).map((key, at) => [key, at]));
  RANKS.set(schema, ranks);
  return ranks;
}

/** Keys in the order of the schema; keys it doesn't name (columns of a record) as they come. */
function ordered(value: unknown, schema: SchemaNode | undefined): unknown {
  if (Array.isArray(value)) {
    const items = schema === undefined ? undefined : listItems(schema);
    return value.map((one: unknown) => shortened(ordered(one, items), items));
  }
  if (typeof value !== 'object' || value === null) return value;
  const ranks = ranksOf(schema);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  const rank = (key: string): number => ranks.get(key) ?? ranks.size;
  entries.sort(([a], [b]) => rank(a) - rank(b));
  return Object.fromEntries(
    entries.map(([key, one]) => [key, ordered(one, schema?.properties?.[key])]),
  );
}

/** A table with nothing but its shorthand key is written as that key's text alone. */
function shortened(value: unknown, schema: SchemaNode | undefined): unknown {
  const key = schema?.['x-shorthand'];
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return entries.length === 1 && entries[0]?.[0] === key ? entries[0][1] : value;
}

/** Codes, telephone numbers and dates are quoted, so that nobody takes them for numbers. */
function styleOf(text: string): Scalar.Type {
  if (/[^\P{Cc}\n\t]/u.test(text)) return Scalar.QUOTE_DOUBLE;
  if (text.includes('\n') && !UNPRINTABLE.test(text)) return Scalar.BLOCK_LITERAL;
  return /^[\d０-９]/.test(text) && /^[\d０-９\s\-—–_./:：,，;；、()（）+]+$/.test(text)
    ? Scalar.QUOTE_DOUBLE
    : Scalar.PLAIN;
}

/** What a list of the document holds there: a text of it, or nothing that is one. */
function textOf(node: unknown): string | undefined {
  return isScalar(node) ? String(node.value) : undefined;
}
