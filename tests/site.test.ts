import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadCatalog } from '../src/load/load.ts';
import type { Item } from '../src/model/schema.gen.ts';
import { diskFiles } from '../src/world/disk.ts';
import { emptyFolder, ROOT, run } from './program.ts';
import { hasRecords, importRecords } from './records.ts';
import { brokenLinks, filesOf, markupFaults, pagesOf, partsOf } from './site-checks.ts';

import { rounds } from './trials.ts';

const { catalog } = loadCatalog(diskFiles(join(ROOT, 'catalog')));
const items = catalog.items.map(({ value }) => value);

/** Builds a website into a new folder. */
async function siteOf(folder: string, ...more: string[]): Promise<string> {
  const out = join(emptyFolder(), 'public');
  const argv = ['build', folder, '--out', out, '--only', 'html,json', '--force', ...more];
  expect((await run(argv, ROOT)).code).toBe(0);
  return out;
}

/** What no page of any site may show. */
function faultsOf(folder: string): string[] {
  const pages = pagesOf(folder);
  const faults = brokenLinks(folder);
  for (const [path, html] of pages) {
    const { ids, resources, emptyHeadings, emptyTables } = partsOf(html);
    if (new Set(ids).size !== ids.length) faults.push(`${path}: an id twice`);
    if (emptyHeadings > 0) faults.push(`${path}: an empty heading`);
    if (emptyTables > 0) faults.push(`${path}: an empty table`);
    if (/\bundefined\b|\[object|\bNaN\b|>null<|：null/.test(html))
      faults.push(`${path}: undefined`);
    const abroad = resources.filter((address) => /^([a-z]+:)?\/\//i.test(address));
    if (abroad.length > 0) faults.push(`${path}: fetches ${abroad.join()}`);
    if (/ style="|<style| on[a-z]+="|<script>/i.test(html)) faults.push(`${path}: inline code`);
  }
  return faults;
}

describe('the website of the sample catalogue', () => {
  let out = '';
  let pages = new Map<string, string>();
  beforeAll(async () => {
    out = await siteOf('catalog');
    pages = pagesOf(out);
  });
  const page = (path: string): string => pages.get(path) ?? '';

  test('has no broken link, no id twice, nothing empty, nothing from elsewhere', () => {
    expect(pages.size).toBeGreaterThan(60);
    expect(faultsOf(out)).toEqual([]);
  });

  test('is sound HTML', () => {
    const kinds = [...pages].filter(([path]) => !/^lists\/.+\//.test(path));
    expect(kinds.flatMap(([path, html]) => markupFaults(path, html))).toEqual([]);
  });

  test('an item page weighs at most 60 kB, its script at most 10 kB compressed', () => {
    const weights = [...pages]
      .filter(([path]) => path.startsWith('items/'))
      .map(([, html]) => Buffer.byteLength(html));
    expect(Math.max(...weights)).toBeLessThanOrEqual(60_000);
    const script = ['site.js', 'search.js'].map((name) => readFileSync(join(out, 'assets', name)));
    expect(gzipSync(Buffer.concat(script)).length).toBeLessThanOrEqual(10_000);
    expect(
      page('items/water/water-abstraction/index.html').match(/rel="stylesheet"/g),
    ).toHaveLength(1);
  });

  test('bears the official marks', () => {
    const html = page('items/water/water-abstraction/index.html');
    const metas = Object.fromEntries(
      [...html.matchAll(/<meta name="(\w+)" content="([^"]*)">/g)].map(([, name, text]) => [
        name,
        text,
      ]),
    );
    expect(metas).toMatchObject({
      SiteName: '明白县政务服务事项目录',
      SiteDomain: 'mingbai.example',
      SiteIDCode: '9901230001',
      ColumnName: '办事指南',
      ArticleTitle: '取水许可',
      PubDate: '2026-10-12',
      ContentSource: '明白县数据局',
    });
    for (const text of ['网站标识码', '9901230001', '网站地图', '网站纠错', '主办单位']) {
      expect(html).toContain(text);
    }
  });

  /** An independent count over the catalogue's own data. */
  const halls = new Map([...catalog.halls].map(([id, { value }]) => [id, value]));
  const windowsOf = (item: Item) =>
    (item.channels?.windows ?? []).flatMap(({ hall, window }) => {
      const found = halls.get(hall)?.windows.find(({ id }) => id === window);
      return found === undefined ? [] : [{ ...found, level: halls.get(hall)?.level }];
    });
  const EXPECTED: [string, (item: Item) => boolean | undefined][] = [
    ['all', () => true],
    ['a-z', () => true],
    ['once', (item) => item.visits === 0 || item.visits === 1],
    ['online', (item) => item.channels?.fully_online === true],
    ['instant', (item) => item.case === '即办件'],
    ['waived', (item) => JSON.stringify(item.materials ?? []).includes('"waiver":')],
    [
      'promise',
      (item) =>
        'promise' in item ||
        /"how":"告知承诺"|"modes":\[[^\]]*"告知承诺"/.test(JSON.stringify(item)),
    ],
    ['reach', (item) => item.reach !== undefined],
    [
      'weekend',
      (item) => item.modes?.includes('周末服务') || windowsOf(item).some((w) => w.weekend),
    ],
    ['grassroots', (item) => windowsOf(item).some(({ level }) => level?.startsWith('镇')) ?? false],
    ['automatic', (item) => item.modes?.includes('免申即享') ?? false],
  ];

  test.each(EXPECTED)('the list “%s” holds as many items as the catalogue', (id, belongs) => {
    const count = items.filter(belongs).length;
    const html = page(`lists/${id}.html`);
    if (count === 0) return expect(html).toBe('');
    expect(partsOf(html).entries).toBe(count);
    expect(html).toContain(`<p class="count">共${count}项</p>`);
  });

  test.each([
    ['departments', (item: Item) => [item.department]],
    ['types', (item: Item) => [item.type]],
    ['levels', (item: Item) => (item.level ? [item.level] : [])],
    ['audience', (item: Item) => item.audience ?? []],
    ['themes', ({ themes = {} }: Item) => [...(themes.person ?? []), ...(themes.enterprise ?? [])]],
  ] as const)('the lists by %s add up', (id, classes) => {
    const below = [...pages].filter(([path]) => path.startsWith(`lists/${id}/`));
    const listed = below.reduce((sum, [, html]) => sum + partsOf(html).entries, 0);
    expect(listed).toBe(items.flatMap((item) => [...classes(item)]).length);
    const doors = [...page(`lists/${id}.html`).matchAll(/<small>(\d+)项<\/small>/g)];
    expect(doors.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(listed);
    expect(doors).toHaveLength(below.length);
  });

  test('proofs, halls, bundles and phones are all there', () => {
    const proofs = items
      .flatMap((item) => item.materials ?? [])
      .filter(({ kind }) => kind === '证明');
    expect(page('lists/proofs.html')).toContain(`共${proofs.length}项`);
    expect(page('lists/proofs.html').match(/<tr>/g)).toHaveLength(proofs.length + 1);
    for (const id of catalog.halls.keys()) expect(page(`halls/${id}.html`)).not.toBe('');
    for (const id of catalog.bundles.keys())
      expect(page(`bundles/${id}/index.html`)).toContain('一套材料');
    const geo = JSON.parse(readFileSync(join(out, 'halls/halls.geojson'), 'utf8'));
    expect(geo.features).toHaveLength(catalog.halls.size);
    for (const { contact } of items) {
      if (contact?.consult) expect(page('phones.html')).toContain(contact.consult.split('、')[0]);
    }
  });

  test('every situation is a section of its own, and ticks are real check boxes', () => {
    for (const { id, department, situations = [], materials = [] } of items) {
      const html = page(`items/${department}/${id}/index.html`);
      const depends = materials.some((each) => each.situations !== undefined);
      for (const situation of depends ? situations : []) {
        expect(html).toContain(`id="situation-${situation.id}"`);
      }
      const ticks = html.match(/<input type="checkbox"/g)?.length ?? 0;
      expect(ticks).toBeGreaterThanOrEqual(materials.filter((each) => !each.waiver).length);
    }
  });

  test('speaks to machines', () => {
    const files = filesOf(out);
    for (const name of [
      'sitemap.xml',
      'sitemap-1.xml',
      'sitemap-2.xml',
      'changes.atom',
      'robots.txt',
    ]) {
      expect(files.has(name), name).toBe(true);
    }
    const list = JSON.parse(readFileSync(join(out, 'items.json'), 'utf8'));
    expect(list).toHaveLength(items.length);
    for (const { page: path, guide } of list) {
      expect(files.has(path) && files.has(guide)).toBe(true);
    }
    const map = readFileSync(join(out, 'sitemap-2.xml'), 'utf8');
    expect(map.match(/<loc>/g)).toHaveLength(items.length);
    const html = page('items/water/water-abstraction/index.html');
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    const kinds = JSON.parse(data)['@graph'].map((node: { '@type': string }) => node['@type']);
    expect(kinds).toEqual(['GovernmentService', 'BreadcrumbList', 'FAQPage']);
  });
});

describe('other editions', () => {
  test('Traditional characters, with addresses, quotes and names kept right', async () => {
    const out = await siteOf('catalog', '--lang', 'zh-Hant');
    expect(faultsOf(out)).toEqual([]);
    const html = pagesOf(out).get('items/water/water-abstraction/index.html') ?? '';
    expect(html).toContain('<html lang="zh-Hant"');
    expect(html).toContain('取水許可');
    expect(html).toContain('行政復議');
    expect(html).toContain('《取水許可和水資源費徵收管理條例》');
    expect(html.replace(/<script.*?<\/script>/g, '')).not.toMatch(/[们个这说办证条]/);
  });

  test('a theme lays its templates and colours over ours', async () => {
    const out = await siteOf('catalog', '--theme', 'tests/theme');
    const style = readFileSync(join(out, 'assets/style.css'), 'utf8');
    expect(style).toContain('--brand: #0b4f94');
    expect(style.trimEnd().endsWith('--brand: #8c1c13; }')).toBe(true);
    expect(pagesOf(out).get('lists/departments.html')).toContain('class="doors themed"');
  });

  test('a template that names a missing field is told with file and line', async () => {
    const { code, err } = await run(['build', 'catalog', '--theme', 'tests/theme-broken'], ROOT);
    expect(code).toBe(2);
    expect(err).toContain(
      'tests/theme-broken/html/doors.hbs:3: 模板用到的“adress”在页面数据里没有',
    );
  });
});

test('strange strings stay text', async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'items/water'), { recursive: true });
  mkdirSync(join(folder, 'departments'));
  writeFileSync(join(folder, 'departments/water.yaml'), 'id: water\nname: 水利局\n');
  const word = '长'.repeat(33_000);
  const name = '取水\u202e许可\u2066</title><script>alert(1)</script>';
  const lines = ['id: a', `name: ${JSON.stringify(name)}`, 'type: 行政许可', 'department: water'];
  lines.push(
    `aliases: [${JSON.stringify('"}</script>')}]`,
    `scope: ${word}`,
    'themes: { person: ["\u202e"] }',
  );
  writeFileSync(join(folder, 'items/water/a.yaml'), lines.join('\n'));
  const out = await siteOf(folder);
  expect(faultsOf(out)).toEqual([]);
  const html = pagesOf(out).get('items/water/a/index.html') ?? '';
  expect(html).toContain(word);
  expect(html).not.toContain('<script>alert');
});

test.skipIf(!hasRecords)('real records make a sound site', async () => {
  const folder = emptyFolder();
  const count = await importRecords(folder, rounds(4, 1));
  const out = await siteOf(join(folder, 'records'));
  const pages = [...pagesOf(out)].filter(([path]) => path.startsWith('items/'));
  expect(pages).toHaveLength(count);
  expect(faultsOf(out)).toEqual([]);
  const heavy = pages.filter(([, html]) => Buffer.byteLength(html) > 60_000);
  console.log(
    `heaviest of ${count}: ${Math.max(...pages.map(([, html]) => Buffer.byteLength(html)))} B`,
  );
  expect(heavy.map(([path]) => path)).toEqual([]);
  const sample = pages.filter((_, index) => index % rounds(5, 20) === 0);
  expect(sample.flatMap(([path, html]) => markupFaults(path, html))).toEqual([]);
});
