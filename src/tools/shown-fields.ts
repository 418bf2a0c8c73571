import { composeGuide } from '../guide/compose.ts';
import { LEFT_OUT, PLACED } from '../guide/placed-fields.ts';
import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import type { SchemaNode } from './program-schema.ts';
import { textFields } from './text-fields.ts';

/** A value that a schema asks for, with a mark of its own in every text: its pointer. */
export function markedValue(schema: SchemaNode, field = ''): unknown {
  if (schema.enum !== undefined) return schema.enum[schema.enum.length - 1];
  const rows = schema.items ?? schema.anyOf?.find((each) => each.items !== undefined)?.items;
  if (rows !== undefined) return [markedValue(rows, `${field}/0`)];
  if (schema.properties !== undefined) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([key, child]) => [
        key,
        markedValue(child, `${field}/${key}`),
      ]),
    );
  }
  if (schema.type === 'string') return markOf(field);
  return schema.type === 'boolean' ? true : 1;
}

function markOf(field: string): string {
  return `〔${field}〕`;
}

/**
 * Texts of a schema, by pointer, that stand nowhere in what is composed of a value in which all
 * fields are filled. Codes and quotations are left out: they are shown by what they stand for.
 */
export function unshownTexts(schema: SchemaNode, compose: (value: unknown) => unknown): string[] {
  const shown = JSON.stringify(compose(markedValue(schema)));
  return textFields(schema)
    .filter(({ kind }) => kind !== 'code' && kind !== 'quote')
    .map(({ field }) => field)
    .filter((field) => !shown.includes(markOf(field)));
}

const NO_SOURCE: Entry<unknown>['source'] = {
  path: '',
  text: '',
  locate: () => ({ line: 1, column: 1, endLine: 1, endColumn: 1 }),
  keyOf: (pointer) => pointer,
  holds: () => true,
};

/** A catalogue with nothing in it, so that ids are shown as they stand. */
const EMPTY: Catalog = {
  settings: { id: 'mingbai', path: 'mingbai.yaml', source: NO_SOURCE, value: { title: '目录' } },
  items: [],
  departments: new Map(),
  halls: new Map(),
  bundles: new Map(),
  laws: new Map(),
  forms: new Set(),
  fileCount: 0,
};

/** The guide of a value that was made from the schema of items. */
export function guideOf(value: unknown, catalog: Catalog = EMPTY): unknown {
  const path = 'items/department/item.yaml';
  // It has every field that the schema has, each of its type.
  return composeGuide({ id: 'item', path, source: NO_SOURCE, value: value as Item }, catalog);
}

/** Texts of items that the guide shows nowhere though nobody says why, and what to do. */
export function unplacedTexts(item: SchemaNode): string[] {
  return unshownTexts(item, (value) => guideOf(value))
    .filter((field) => !isLeftOut(field))
    .map(
      (field) =>
        `schemas/item.schema.json: no guide shows ${field}: show it in src/guide/, or say in ` +
        'src/guide/placed-fields.ts why not',
    );
}

function isLeftOut(field: string): boolean {
  const [, key = ''] = field.split('/');
  const placed: Readonly<Record<string, unknown>> = PLACED;
  const inside = Object.keys(LEFT_OUT).some((each) => `${field}/`.startsWith(`${each}/`));
  return inside || typeof placed[key] === 'string';
}
