import type { Kind } from './kinds.ts';
import { listItems, type SchemaNode, schemaOf } from './schema-node.ts';

/** The languages in which a catalogue's keys can be written. */
export type KeyLanguage = 'zh' | 'en';

/** A value with English keys, with its keys in a language; keys the schema has not stay as they are. */
export function withKeys(
  value: unknown,
  schema: SchemaNode | undefined,
  keys: KeyLanguage,
): unknown {
  if (keys === 'en' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const rows = schema === undefined ? undefined : listItems(schema);
    return value.map((each: unknown) => withKeys(each, rows, keys));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const field = schema?.properties?.[key];
      return [field?.['x-label'] ?? key, withKeys(each, field, keys)];
    }),
  );
}

/** Dotted keys in a language: `limits.statutory` → `办理时限.法定办结时限`. */
export function pathIn(keys: KeyLanguage, kind: Kind, path: string): string {
  if (keys === 'en') return path;
  return schemasAlong(kind, path)
    .map((node, index) => node?.['x-label'] ?? path.split('.')[index])
    .join('.');
}

/** The schema at dotted keys; entries of lists are passed through. */
export function schemaAtPath(kind: Kind, path: string): SchemaNode | undefined {
  return schemasAlong(kind, path).at(-1);
}

/** The schemas on the way along dotted keys, one a key. */
export function schemasAlong(kind: Kind, path: string): (SchemaNode | undefined)[] {
  let node: SchemaNode | undefined = schemaOf(kind);
  return path.split('.').map((key) => {
    const inside: SchemaNode | undefined = node === undefined ? node : (listItems(node) ?? node);
    node = node?.properties?.[key] ?? inside?.properties?.[key];
    return node;
  });
}
