import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCatalog } from '../src/load/load.ts';
import { diskFiles } from '../src/world/disk.ts';
import { generateCatalog } from './bench/generate.ts';
import { serveFolder, startBrowser } from './browser.ts';
import { expectForEveryone } from './page-checks.ts';
import { emptyFolder, ROOT, run } from './program.ts';
import { brokenLinks, markupFaults, pagesOf, partsOf } from './site-checks.ts';

const COUNT = 460;
/** The last of the departments that are generated for so many items. */
const LAST = 'c0000-d17';

describe('long lists', () => {
  const folder = join(emptyFolder(), 'catalog');
  const out = join(emptyFolder(), 'public');
  let pages = new Map<string, string>();
  beforeAll(async () => {
    generateCatalog(folder, COUNT, { faults: 'readable' });
    const argv = ['build', folder, '--out', out, '--only', 'html,json', '--force'];
    expect((await run(argv, ROOT)).code).toBe(0);
    pages = pagesOf(out);
  });

  /** The parts of a list in their order, as the links to the next page lead. */
  function partsFrom(path: string): [string, string][] {
    const parts: [string, string][] = [];
    let at: string | undefined = path;
    while (at !== undefined) {
      const html: string = pages.get(at) ?? '';
      expect(html, at).not.toBe('');
      parts.push([at, html]);
      const next: string | undefined = /<link rel="next" href="([^"]+)"/.exec(html)?.[1];
      at = next === undefined ? undefined : new URL(next, `file:///${at}`).pathname.slice(1);
    }
    return parts;
  }

  const linksIn = (html: string): string[] =>
    [...html.matchAll(/<li[^>]*>\n<a href="[./]*(items\/[^"]+)"/g)].map(([, href = '']) => href);

  test('run over pages from which every item is reached once', () => {
    const { catalog } = loadCatalog(diskFiles(folder));
    const all = catalog.items.map(
      ({ value }) => `items/${value.department}/${value.id}/index.html`,
    );
    for (const list of ['lists/all.html', 'lists/a-z.html']) {
      const parts = partsFrom(list);
      expect(parts).toHaveLength(3);
      const found = parts.flatMap(([, html]) => linksIn(html));
      expect([...found].sort()).toEqual([...all].sort());
      for (const [, html] of parts) expect(html).toContain(`<p class="count">共${COUNT}项</p>`);
    }
  });

  test('hold as many items as the catalogue, however many pages they take', () => {
    const { catalog } = loadCatalog(diskFiles(folder));
    const expected: Record<string, number> = {
      once: catalog.items.filter(({ value }) => (value.visits ?? 9) <= 1).length,
      waived: catalog.items.filter(({ value }) => value.materials?.some((each) => each.waiver))
        .length,
      'types/1': catalog.items.filter(({ value }) => value.type === '行政许可').length,
      [`departments/${LAST}`]: catalog.items.filter(({ value }) => value.department === LAST)
        .length,
    };
    for (const [list, count] of Object.entries(expected)) {
      const parts = partsFrom(`lists/${list}.html`);
      expect(count, list).toBeGreaterThan(0);
      expect(
        parts.reduce((sum, [, html]) => sum + partsOf(html).entries, 0),
        list,
      ).toBe(count);
    }
    expect(expected.once).toBeGreaterThan(200);
  });

  test('say where one is, and each page has an address of its own', () => {
    const [first = '', second = '', third = ''] = partsFrom('lists/all.html').map(
      ([, html]) => html,
    );
    expect(second).toContain('<p>第2页，共3页</p>');
    expect(second).toContain('<title>全部事项（第2页） - ');
    expect(second).toMatch(/<link rel="canonical" href="[^"]+\/lists\/all\.2\.html">/);
    expect(second).toContain('<link rel="prev" href="../lists/all.html">');
    expect(second).toContain('aria-current="page">2</a>');
    expect(first).not.toContain('rel="prev"');
    expect(third).not.toContain('rel="next"');
    expect(first).toMatch(/<a href="\.\.\/lists\/all\.\d\.html#department-c0000-d17">/);
  });

  test('keep every page light and every link whole', () => {
    expect(brokenLinks(out)).toEqual([]);
    const sizes = [...pages].map(([path, html]) => [Buffer.byteLength(html), path] as const);
    expect(Math.max(...sizes.map(([size]) => size))).toBeLessThan(200_000);
    for (const path of ['lists/all.2.html', 'phones.2.html', 'changes.2.html'])
      expect(markupFaults(path, pages.get(path) ?? ''), path).toEqual([]);
  });

  test('have parts that are for everyone', async () => {
    const [browser, { url, server }] = await Promise.all([startBrowser(), serveFolder(out)]);
    await expectForEveryone(browser, url, 'lists/all.2.html');
    await browser.close();
    server.close();
  });
});
