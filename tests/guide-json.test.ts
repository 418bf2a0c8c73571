import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeGuide } from '../src/guide/compose.ts';
import type { Guide } from '../src/guide/guide.ts';
import { cardOf } from '../src/guide/lists/card.ts';
import { guidePlans } from '../src/guide/lists/guides.ts';
import { cardsInUse } from '../src/guide/lists/listing.ts';
import { loadCatalog } from '../src/load/load.ts';
import type { Catalog } from '../src/model/catalog.ts';
import { OUTPUTS, type OutputName } from '../src/render/index.ts';
import type { Renderer } from '../src/render/output.ts';
import { ownAssets } from '../src/world/assets.ts';
import { diskFiles } from '../src/world/disk.ts';
import { ROOT } from './program.ts';

/** The outputs that are tried with every item; the others are tried with the small catalogue. */
const USUAL = ['html', 'pdf', 'notice', 'json'] as const satisfies readonly OutputName[];
const ALL = Object.keys(OUTPUTS) as OutputName[];

function sent<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Places of a value that are no plain data: getters, classes, functions. */
function unplain(value: unknown, way = ''): string[] {
  if (typeof value === 'function' || typeof value === 'symbol') return [way];
  if (typeof value !== 'object' || value === null) return [];
  const plain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  const places = Object.entries(Object.getOwnPropertyDescriptors(value));
  return [
    ...(plain ? [] : [way]),
    ...places.flatMap(([key, { get, value: part }]) =>
      get === undefined ? unplain(part, `${way}/${key}`) : [`${way}/${key}`],
    ),
  ];
}

/** The files of an item in one output, by name. */
function filesOf(renderer: Renderer, catalog: Catalog, at: number, guide: Guide) {
  const entry = catalog.items[at];
  if (entry === undefined || renderer.item === undefined) return new Map<string, Buffer>();
  const downloads = USUAL.flatMap((name) => OUTPUTS[name].links(() => guide));
  const sheets = renderer.item({
    ...{ entry, page: guide, whole: () => guide },
    ...{ downloads, changes: [] },
  });
  return new Map(sheets.map(({ file, render }) => [file, Buffer.from(render().body)]));
}

describe.each([
  ['catalog', USUAL],
  ['tests/catalog', ALL],
] as const)('the guides of %s', (folder, outputs) => {
  const files = diskFiles(join(ROOT, folder));
  const { catalog } = loadCatalog(files);
  const guides = catalog.items.map((entry) => composeGuide(entry, catalog));
  const cards = catalog.items.map((entry, at) => cardOf(entry, catalog, guides[at]!));
  const form = (path: string) => (catalog.forms.has(path) ? files.read(path) : undefined);
  const context = { catalog, assets: ownAssets(), form };

  test('are plain JSON', () => {
    const plans = guidePlans({ catalog, cards: cardsInUse(cards) });
    const all = [...guides, ...plans.map(({ compose }) => compose())];
    expect(all.length).toBeGreaterThan(guides.length);
    for (const guide of all) {
      expect(unplain(guide), guide.id).toEqual([]);
      expect(sent(guide)).toStrictEqual(guide);
    }
  });

  test.each(outputs)('as text and read again give the same %s', async (name) => {
    const renderer = await OUTPUTS[name].prepare(context);
    for (const [at, guide] of guides.entries()) {
      const own = filesOf(renderer, catalog, at, guide);
      const again = filesOf(renderer, catalog, at, sent(guide));
      expect([...again.keys()]).toEqual([...own.keys()]);
      for (const [file, body] of own) expect(again.get(file)?.equals(body), file).toBe(true);
    }
    const books = renderer.catalogue?.(guides) ?? [];
    const booksAgain = renderer.catalogue?.(sent(guides)) ?? [];
    for (const [at, { file, body }] of books.entries()) {
      expect(Buffer.from(booksAgain[at]?.body ?? '').equals(Buffer.from(body)), file).toBe(true);
    }
  });
});
