import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { composeGuide } from '../src/guide/compose.ts';
import { cardOf } from '../src/guide/lists/card.ts';
import { loadCatalog } from '../src/load/load.ts';
import { memoryFiles } from './memory-files.ts';
import { checkFiles, type FileRecord, readCatalogFiles } from './patched-catalog.ts';

const FILES = readCatalogFiles('tests/catalog');
const PATH = 'items/water/water-abstraction.yaml';
const ITEM: unknown = parse(FILES[PATH]?.toString() ?? '', { schema: 'failsafe' });
const WRONG: readonly unknown[] = ['写错了', ['写错了'], { 写错了: '写错了' }, [[]], null];

/** The ways to all values of a file, lists by their first entry. */
function waysInto(value: unknown, way: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...way]];
  const keys = Object.keys(value).slice(0, Array.isArray(value) ? 1 : undefined);
  const below = keys.flatMap((key) => {
    return waysInto((value as Record<string, unknown>)[key], [...way, key]);
  });
  return way.length === 0 ? below : [[...way], ...below];
}

function spoilt(way: readonly string[], wrong: unknown, id: string): string {
  const item: Record<string, unknown> = { ...structuredClone(ITEM as object), id };
  const last = way.at(-1) ?? '';
  const holder = way.slice(0, -1).reduce<unknown>((at, key) => (at as typeof item)[key], item);
  (holder as typeof item)[last] = wrong;
  return stringify(item);
}

const WAYS = waysInto(ITEM);

/** The catalogue with one item more for each wrong value at each place, by the place's number. */
const SPOILT = WAYS.map((way, place) => {
  return Object.fromEntries(
    WRONG.map((wrong, at) => {
      const id = `spoilt-${place}-${at}`;
      return [`items/water/${id}.yaml`, spoilt(way, wrong, id)];
    }),
  );
});
const ALL: FileRecord = Object.assign({}, FILES, ...SPOILT);

describe('a file in which a value is of the wrong kind is checked and built with what is left', () => {
  const { catalog } = loadCatalog(memoryFiles(ALL));

  test.each(WRONG.map((wrong, at) => [JSON.stringify(wrong), at] as const))('all %s', (_, at) => {
    const some = Object.entries(ALL).filter(
      ([path]) => path in FILES || path.endsWith(`-${at}.yaml`),
    );
    expect(some.length).toBe(Object.keys(FILES).length + WAYS.length);
    checkFiles(Object.fromEntries(some));
  });

  test.each(WAYS.map((way, place) => [way.join('/'), place] as const))('at %s', (_, place) => {
    const paths = new Set(Object.keys(SPOILT[place] ?? {}));
    for (const entry of catalog.items.filter(({ path }) => paths.has(path))) {
      const guide = composeGuide(entry, catalog);
      cardOf(entry, catalog, guide);
      expect(JSON.stringify(guide)).not.toMatch(/undefined|\[object Object\]|NaN/);
    }
  });
});
