import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeGuide } from '../src/guide/compose.ts';
import { type Card, cardOf } from '../src/guide/lists/card.ts';
import { NO_DATA } from '../src/guide/lists/site-data.ts';
import { loadCatalog } from '../src/load/load.ts';
import { siteRenderer } from '../src/render/html/site.ts';
import { prepareSite, siteFiles } from '../src/render/html/site-files.ts';
import type { Sheet } from '../src/render/output.ts';
import { ownAssets } from '../src/world/assets.ts';
import { diskFiles } from '../src/world/disk.ts';
import { ROOT } from './program.ts';

const { catalog } = loadCatalog(diskFiles(join(ROOT, 'catalog')));
const guides = catalog.items.map((entry) => composeGuide(entry, catalog));
const cards = catalog.items.map((entry, at) => {
  const guide = guides[at];
  if (guide === undefined) throw new Error(entry.id);
  return cardOf(entry, catalog, guide);
});
const { items: _, ...shared } = catalog;

function textsOf(files: readonly Sheet[]): Record<string, string> {
  return Object.fromEntries(files.map(({ file, render }) => [file, String(render().body)]));
}

describe('the card of an item', () => {
  test('is all that the pages around the items are made from', async () => {
    const { lists } = await siteRenderer({
      catalog,
      assets: ownAssets(),
      form: () => undefined,
    });
    const whole = textsOf(lists?.(cards, NO_DATA) ?? []);
    const sent = JSON.parse(JSON.stringify(cards)) as Card[];
    const workshop = await prepareSite({ catalog: shared, assets: ownAssets() });
    const apart = textsOf(siteFiles(workshop, sent, NO_DATA));
    expect(Object.keys(apart)).toEqual(Object.keys(whole));
    for (const [file, body] of Object.entries(whole)) expect(apart[file], file).toBe(body);
    expect(Object.keys(whole).length).toBeGreaterThan(60);
  });

  test('is plain JSON of about a kilobyte', () => {
    expect(JSON.parse(JSON.stringify(cards))).toEqual(cards);
    const alone = cards.filter(({ share }) => share === undefined);
    const sizes = alone.map((card) => JSON.stringify(card).length);
    expect(alone.length).toBeGreaterThan(5);
    expect(Math.max(...sizes)).toBeLessThan(1500);
  });

  test('carries materials only where a bundle merges them', () => {
    const members = new Set(
      [...catalog.bundles.values()].flatMap(({ value }) => value.items.map(({ item }) => item)),
    );
    expect(members.size).toBeGreaterThan(0);
    for (const { id, share } of cards) expect(share !== undefined, id).toBe(members.has(id));
  });
});
