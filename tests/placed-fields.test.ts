import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Guide } from '../src/guide/guide.ts';
import { LEFT_OUT, PLACED } from '../src/guide/placed-fields.ts';
import { loadCatalog } from '../src/load/load.ts';
import { schemaAt } from '../src/model/schema-node.ts';
import { textKindAt } from '../src/model/text-fields.ts';
import { strings } from '../src/model/texts.ts';
import { loadProgramSchemas } from '../src/tools/program-schema.ts';
import {
  GUIDED,
  GUIDES,
  guideOf,
  markedValue,
  unplacedTexts,
  unshownTexts,
} from '../src/tools/shown-fields.ts';
import { textFields } from '../src/tools/text-fields.ts';
import { diskFiles } from '../src/world/disk.ts';
import { ROOT } from './program.ts';

const SCHEMAS = loadProgramSchemas((path) => readFileSync(join(ROOT, path), 'utf8'));
const ITEM = SCHEMAS.item ?? {};
const { catalog } = loadCatalog(diskFiles(join(ROOT, 'tests/catalog')));
const ITEMS = catalog.items.map(({ value }) => value as unknown as Record<string, unknown>);

/** The parts of a guide that PLACED may name, as text. */
function partsOf(value: unknown): Map<string, string> {
  const guide = guideOf(value, catalog) as Guide;
  const { title, summary, highlights, sections } = guide;
  // The code is another one whatever field is left out.
  const { code, digest: _, ...rest } = guide.provenance;
  const provenance = { ...rest, edition: rest.edition?.replace(code ?? '', '') };
  const head = Object.entries({ title, summary, highlights, provenance });
  const all = [...head, ...sections.map(({ id, blocks }) => [id, blocks] as const)];
  return new Map(all.map(([part, content]) => [part, JSON.stringify(content)]));
}

/** A text that every item has is blank at least: loading a file sees to that. */
function isRequired(field: string): boolean {
  return (ITEM.required ?? []).includes(field);
}

/** The parts that are other when an item is without one of its fields. */
function partsWith(field: string, item: Record<string, unknown>): string[] {
  const { [field]: left, ...rest } = item;
  if (left === undefined) return [];
  const bare = isRequired(field) ? { ...rest, [field]: '' } : rest;
  const [full, without] = [partsOf(item), partsOf(bare)];
  return [...new Set([...full.keys(), ...without.keys()])].filter(
    (part) => full.get(part) !== without.get(part),
  );
}

describe('the table of where guides show the fields of an item', () => {
  const items = [...ITEMS, markedValue(ITEM) as Record<string, unknown>];
  it.each(Object.entries(PLACED))('%s', (field, placement) => {
    const shown = new Set(items.flatMap((item) => partsWith(field, item)));
    expect([...shown].sort()).toEqual(typeof placement === 'string' ? [] : [...placement].sort());
  });
});

describe('the test catalogue', () => {
  const texts = catalog.items.map(({ id, value }) => ({ id, texts: strings(value) }));
  const isHidden = (field: string): boolean => {
    const key = field.split('/')[1] as keyof typeof PLACED;
    const inside = Object.keys(LEFT_OUT.item).some((each) => `${field}/`.startsWith(`${each}/`));
    return inside || typeof PLACED[key] === 'string';
  };

  it('uses every text of the schema of items', () => {
    const used = new Set(texts.flatMap((each) => each.texts.map(({ field }) => field)));
    const unused = textFields(ITEM).map(({ field }) => field);
    expect(
      unused.filter((field) => !used.has(field) && !/\/(allow|imported)(\/|$)/.test(field)),
    ).toEqual([]);
  });

  it.each(texts)('$id: every published text stands in its guide.json', ({ id, texts }) => {
    const guide = readFileSync(join(ROOT, `tests/golden/catalog/${id}.json`), 'utf8');
    const missing = texts.filter(({ field, text }) => {
      const kind = textKindAt('item', field);
      if (kind === 'code' || kind === 'quote' || isHidden(field)) return false;
      return !guide.includes(shownAs(text, field));
    });
    expect(missing.map(({ pointer, text }) => `${pointer} ${text}`)).toEqual([]);
  });

  /** A guide writes the full stops of its sentences itself, and words what is parsed. */
  function shownAs(text: string, field: string): string {
    const parsed = schemaAt('item', field)?.format === 'duration' && text === '即时';
    return JSON.stringify(parsed ? '即时办结' : text.replace(/[。；]$/, '')).slice(1, -1);
  }
});

describe('a text that no guide shows', () => {
  const language_help = { type: 'string', 'x-label': '语言服务', 'x-text': 'note' };
  const { materials } = ITEM.properties ?? {};
  const row = {
    ...materials?.items,
    properties: { ...materials?.items?.properties, language_help },
  };
  const deep = { ...materials, items: row };
  it.each([
    ['/language_help', { ...ITEM.properties, language_help }],
    ['/materials/0/language_help', { ...ITEM.properties, materials: deep }],
  ])('%s is named with what to do', (field, properties) => {
    const found = unplacedTexts('item', { ...ITEM, properties });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`no guide shows ${field}: `);
    expect(found[0]).toContain('src/guide/placed-fields.ts');
  });

  it.each(GUIDED)('is named in the schema of a %s, too', (kind) => {
    const { [kind]: schema = {} } = SCHEMAS;
    expect(unplacedTexts(kind, schema)).toEqual([]);
    const more = { ...schema, properties: { ...schema.properties, language_help } };
    expect(unplacedTexts(kind, more)).toEqual([
      expect.stringContaining(`schemas/${kind}.schema.json: no guide shows /language_help`),
    ]);
  });

  it.each(GUIDED)('of a %s that is left out is shown by none', (kind) => {
    const unshown = unshownTexts(SCHEMAS[kind] ?? {}, GUIDES[kind]);
    const codes = kind === 'item' ? ['/materials/0/certificate', '/materials/0/outcome'] : [];
    const fields = Object.keys(LEFT_OUT[kind]).filter((field) => !codes.includes(field));
    const found = fields.filter((field) =>
      unshown.some((each) => `${each}/`.startsWith(`${field}/`)),
    );
    expect(found).toEqual(fields);
  });

  it('is found by its mark alone', () => {
    expect(unshownTexts(ITEM, (value) => value)).toEqual(['/fees']);
    expect(unshownTexts(ITEM, () => '')).toContain('/notes');
  });
});
