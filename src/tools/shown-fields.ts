import { composeBundleGuide } from '../guide/bundle.ts';
import { composeGuide } from '../guide/compose.ts';
import { composeDepartmentGuide } from '../guide/department.ts';
import { composeHallGuide } from '../guide/hall.ts';
import type { Card } from '../guide/lists/card.ts';
import { type GuidedKind, LEFT_OUT, PLACED } from '../guide/placed-fields.ts';
import type { Catalog, Entry } from '../model/catalog.ts';
import type { Bundle, Department, Hall, Item } from '../model/schema.gen.ts';
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
  spell: (key: string) => key,
  range: () => [0, 0],
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

/** What lists say of an item of a bundle. */
const MEMBER = {
  ...{ name: '事项', type: '行政许可', department: 'department', level: '县级', summary: '' },
  ...{ pinyin: '', facts: [], tags: [], features: [], places: [] },
} as const satisfies Omit<Card, 'id'>;

/** The guide of an item that was made from the schema. */
export function guideOf(value: unknown, catalog: Catalog = EMPTY): unknown {
  // It has every field that the schema has, each of its type.
  return composeGuide(entryOf(value as Item), catalog);
}

/** How a guide is made of a value that has every field of its kind's schema, each of its type. */
export const GUIDES: Readonly<Record<GuidedKind, (value: unknown) => unknown>> = {
  item: (value) => guideOf(value),
  bundle: (value) => {
    const bundle = value as Bundle;
    const cards = bundle.items.map(({ item }): Card => ({ ...MEMBER, id: item }));
    return composeBundleGuide(entryOf(bundle), cards, EMPTY);
  },
  hall: (value) => {
    const hall = value as Hall;
    const windows = hall.windows.map((each) => ({ ...each, closed: false }));
    return composeHallGuide(entryOf({ ...hall, windows }), [], EMPTY);
  },
  department: (value) => composeDepartmentGuide(entryOf(value as Department), [], EMPTY),
};

/** The kinds of files of which a guide has to show every text. */
// The keys of a literal.
export const GUIDED = Object.keys(GUIDES) as readonly GuidedKind[];

function entryOf<T>(value: T): Entry<T> {
  return { id: 'id', path: 'items/department/id.yaml', source: NO_SOURCE, value };
}

/** Texts of a kind of file that its guide shows nowhere though nobody says why; what to do. */
export function unplacedTexts(kind: GuidedKind, schema: SchemaNode): string[] {
  return unshownTexts(schema, GUIDES[kind])
    .filter((field) => !isLeftOut(kind, field))
    .map(
      (field) =>
        `schemas/${kind}.schema.json: no guide shows ${field}: show it in src/guide/, or say in ` +
        'src/guide/placed-fields.ts why not',
    );
}

function isLeftOut(kind: GuidedKind, field: string): boolean {
  const [, key = ''] = field.split('/');
  const placed: Readonly<Record<string, unknown>> = kind === 'item' ? PLACED : {};
  const inside = Object.keys(LEFT_OUT[kind]).some((each) => `${field}/`.startsWith(`${each}/`));
  return inside || typeof placed[key] === 'string';
}
