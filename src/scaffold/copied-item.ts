import { isMap, isNode, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { type SchemaNode, schemaOf } from '../model/schema-node.ts';

/** What makes an item this one and no other: blank in a copy, with what lies inside. */
const BLANK = ['name', 'codes', 'reviewed'] as const;

/** What is true of the other item only, and not missed when it is not there. */
const LEFT_OUT = ['aliases', 'version', 'imported', 'effective'] as const;

/** A piece of a text, by UTF-16 units, and what stands there instead. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text of an item under another id, with its comments and its layout, without its name, its
 * codes and what only holds for it; undefined where the text is no map.
 */
export function copiedItem(text: string, id: string): string | undefined {
  if (text.includes('\r\n')) {
    return copiedItem(text.replaceAll('\r\n', '\n'), id)?.replaceAll('\n', '\r\n');
  }
  const document = parseDocument(text);
  const root: unknown = document.contents;
  if (!isMap(root) || document.errors.length > 0) return undefined;
  const schema = schemaOf('item');
  const edits = (root as YAMLMap).items.flatMap((pair): Edit[] => {
    const range = rangeOf(pair, text);
    if (range === undefined) return [];
    if (LEFT_OUT.some((key) => is(pair, key, schema))) return [{ ...range.line, text: '' }];
    if (is(pair, 'id', schema)) return [{ ...range.value, text: ` ${id}` }];
    const blank = BLANK.some((key) => is(pair, key, schema));
    return blank ? [{ ...range.value, text: blanks(pair) }] : [];
  });
  return edits.reduceRight(
    (all, { start, end, text: own }) => all.slice(0, start) + own + all.slice(end),
    text,
  );
}

function is(pair: Pair, key: string, schema: SchemaNode): boolean {
  const name = isScalar(pair.key) ? pair.key.value : pair.key;
  return name === key || name === schema.properties?.[key]?.['x-label'];
}

/** Where a value stands, from behind the colon; whole lines: its key, itself, comments above. */
function rangeOf(pair: Pair, text: string) {
  const { key, value } = pair;
  if (!isNode(key) || !isNode(value) || !key.range || !value.range) return undefined;
  const [own] = key.range;
  const above = /(?:^|\n)((?:[ \t]*#[^\n]*\n)*)$/.exec(text.slice(0, own))?.[1] ?? '';
  const start = own - above.length;
  const colon = text.indexOf(':', key.range[1]) + 1;
  const [, last] = value.range;
  const end = text[last - 1] === '\n' ? last - 1 : last;
  const newline = text.indexOf('\n', end);
  return {
    value: { start: colon, end },
    line: { start, end: newline < 0 ? text.length : newline + 1 },
  };
}

/** What stands behind the colon of a blank: nothing, or the keys of a map with nothing behind. */
function blanks({ value }: Pair): string {
  if (!isMap(value)) return '';
  const keys = (value as YAMLMap).items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  return keys.map((key) => `\n  ${key}:`).join('');
}
