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

function spoilt(way: readonly string[], wrong: unknown): FileRecord {
  const item = structuredClone(ITEM) as Record<string, unknown>;
  const last = way.at(-1) ?? '';
  const holder = way.slice(0, -1).reduce<unknown>((at, key) => (at as typeof item)[key], item);
  (holder as typeof item)[last] = wrong;
  return { ...FILES, [PATH]: stringify(item) };
}

describe('a file in which a value is of the wrong kind is checked and built with what is left', () => {
  test.each(waysInto(ITEM).map((way) => [way.join('/'), way] as const))('at %s', (_, way) => {
    for (const wrong of WRONG) {
      const files = spoilt(way, wrong);
      checkFiles(files);
      const { catalog } = loadCatalog(memoryFiles(files));
      for (const entry of catalog.items) {
        const guide = composeGuide(entry, catalog);
        cardOf(entry, catalog, guide);
        expect(JSON.stringify(guide)).not.toMatch(/undefined|\[object Object\]|NaN/);
      }
    }
  });
});
