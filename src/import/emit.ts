import { Document, isScalar, Scalar, visit } from 'yaml';
import type { Kind } from '../model/kinds.ts';
import { listItems, type SchemaNode, schemaOf } from '../model/schema-node.ts';
import { displayWidth } from '../text/characters.ts';

const FLOW_WIDTH = 64;
/** What a block cannot hold unharmed: control characters, and blank lines where it begins. */
const UNPRINTABLE = /[^\P{Cc}\n\t]|^\s*\n|[ \t]$/u;

/** A catalogue file as a person would write it: keys in schema order, long texts as blocks. */
export function emitYaml(kind: Kind, value: object, modeline?: string): string {
  const document = new Document(ordered(value, schemaOf(kind)));
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string') node.type = styleOf(node.value);
    },
    Seq(_, node) {
      if (isShortList(node.items)) node.flow = true;
    },
  });
  const body = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return modeline === undefined ? body : `${modeline}\n${body}`;
}

/** Keys in the order of the schema; keys it doesn't name (columns of a record) as they come. */
function ordered(value: unknown, schema: SchemaNode | undefined): unknown {
  if (Array.isArray(value)) {
    const items = schema === undefined ? undefined : listItems(schema);
    return value.map((one: unknown) => shortened(ordered(one, items), items));
  }
  if (typeof value !== 'object' || value === null) return value;
  const known = Object.keys(schema?.properties ?? {});
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  const rank = (key: string): number => (known.includes(key) ? known.indexOf(key) : known.length);
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

/** A list of short single-line texts stands on one line. */
function isShortList(items: readonly unknown[]): boolean {
  const texts = items.map((item) => (isScalar(item) ? String(item.value) : undefined));
  if (texts.some((text) => text === undefined || /[\n,[\]{}:#"'，；。、]/.test(text))) return false;
  const width = texts.reduce((sum, text) => sum + displayWidth(text ?? '') + 2, 0);
  return items.length > 0 && width <= FLOW_WIDTH;
}
