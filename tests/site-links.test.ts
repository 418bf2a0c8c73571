import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attributesOf } from '../src/render/html/attributes.ts';
import { checkLinks, linksOf } from '../src/render/html/links.ts';
import { seededRandom } from './bench/random.ts';
import { emptyFolder, ROOT, run } from './program.ts';
import { pagesOf, partsOf } from './site-checks.ts';

const ITEM = 'items/water/water-abstraction.yaml';

const ATTRIBUTE = /\s(id|href|src|action)\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** Attributes by their pattern, slower. */
function attributesAtLength(html: string): [string, string][] {
  return [...html.matchAll(ATTRIBUTE)].flatMap(({ 1: name, 2: a, 3: b, 4: c, index }) => {
    const inTag = html.lastIndexOf('<', index) > html.lastIndexOf('>', index);
    return inTag ? [[name ?? '', a ?? b ?? c ?? '']] : [];
  });
}

const PIECES = [
  ...['<a', '<p class=x', '>', '</a>', '文字 = 字', ' data-id="n"', '\u3000id="z"', ' = ', 'href'],
  ...[' href="x.html#y"', " id='a b'", ' src=c', ' action = "d"', ' class="e id=f g"', '\nid= h'],
  ...[' id=  i', ' href=""', " title='href=j'", ' hrefid="k"', '\thref=\'l\'id="m"', ' ID="o"'],
];

describe('links of a page', () => {
  test('stand in the attributes that a pattern finds', () => {
    const random = seededRandom(5);
    let count = 0;
    for (let round = 0; round < 3000; round += 1) {
      const html = Array.from({ length: 12 }, () => random.pick(PIECES)).join('');
      const found = attributesOf(html).map(({ name, start, end }) => [
        name,
        html.slice(start, end),
      ]);
      expect(found, html).toEqual(attributesAtLength(html));
      count += found.length;
    }
    expect(count).toBeGreaterThan(4000);
  });

  test('are read as a parser of HTML reads them', async () => {
    const out = join(emptyFolder(), 'public');
    const argv = ['build', 'catalog', '--out', out, '--only', 'html', '--force'];
    expect((await run(argv, ROOT)).code).toBe(0);
    let count = 0;
    for (const [path, html] of pagesOf(out)) {
      const { ids, links, resources } = partsOf(html);
      const own = [...links, ...resources].filter((link) => !/^[a-z]+:/.test(link));
      const expected = own.flatMap((link) => {
        const url = new URL(link, `file:///${path}`);
        const file = decodeURIComponent(url.pathname.slice(1));
        const hash = decodeURIComponent(url.hash);
        if (file === path && (hash === '' || ids.includes(hash.slice(1)))) return [];
        return [(file === path ? '' : file) + hash];
      });
      const found = linksOf(path, html, 'https://mingbai.example');
      expect([...found.links].sort(), path).toEqual([...new Set(expected)].sort());
      expect([...found.ids].sort(), path).toEqual([...ids].sort());
      count += links.length;
    }
    expect(count).toBeGreaterThan(2000);
  });

  test('are broken when the file, the place or the id is not right', () => {
    const page = (html: string) => linksOf('a/b.html', html, 'https://x.example/city');
    const pages = new Map([
      ['a/b.html', page('<p id="x"><a href="../c.html#y"></a><a href="#x"></a><a href="#z">')],
      ['c.html', page('<p id="y" id=y><b id=\'y\'><a href="https://no.example/">a</a>')],
      ['d.html', page('<a href="/city/c.html"></a><a href=e%20f.pdf></a><img src="g.png">')],
    ]);
    const faults = checkLinks(
      () => pages,
      (path) => ['a/b.html', 'c.html', 'd.html'].includes(path),
    );
    expect(faults.map(({ page: at, what, link }) => `${at} ${what} ${link}`)).toEqual([
      'a/b.html fragment #z',
      'c.html twice y',
      'd.html file a/e f.pdf',
      'd.html file a/g.png',
    ]);
  });

  test('keep their escapes to themselves', () => {
    const html = '<a href="x&amp;y.html#a&#x3D;b">href="no.html" id="no"</a><p id="a&#x3D;b">';
    expect(linksOf('p.html', html, '')).toEqual({
      ids: ['a=b'],
      twice: [],
      links: ['x&y.html#a=b'],
    });
  });
});

describe('a build', () => {
  const folder = join(emptyFolder(), 'catalog');
  cpSync(join(ROOT, 'catalog'), folder, { recursive: true });
  const out = join(emptyFolder(), 'public');
  const argv = ['build', folder, '--out', out, '--only', 'html'];

  test('tells a broken link at the place where the item writes it', async () => {
    const file = join(folder, ITEM);
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace(/blank: forms\/\S+/, 'blank: forms/none.docx'));
    for (const _ of ['anew', 'from what is remembered']) {
      const { code, err } = await run([...argv, '--force'], ROOT);
      expect(code).toBe(0);
      expect(err).toMatch(/water-abstraction\.yaml:\d+:\d+ 错误 .*没有“forms\/none\.docx”这个文件/);
      expect(err).toContain('[broken-link]');
      expect(err.match(/\[broken-link\]/g)).toHaveLength(1);
    }
    writeFileSync(file, before);
    const { code, err } = await run(argv, ROOT);
    expect([code, err]).toEqual([0, '']);
  });

  test('tells a broken link of a theme once, with how many pages have it', async () => {
    const theme = join(emptyFolder(), 'theme');
    mkdirSync(join(theme, 'html'), { recursive: true });
    const shell = readFileSync(join(ROOT, 'templates/html/shell.hbs'), 'utf8');
    writeFileSync(
      join(theme, 'html/shell.hbs'),
      shell.replace('</footer>', '<a href="{{@root.root}}about.html">关于</a></footer>'),
    );
    const { code, err } = await run([...argv, '--theme', theme, '--force'], ROOT);
    expect(code).toBe(0);
    const ofLists = err.split('\n').filter((line) => line.includes('mingbai.yaml:'));
    expect(ofLists).toHaveLength(1);
    expect(ofLists[0]).toMatch(
      /网页 index\.html 和另外 \d+ 页的链接打不开：没有“about\.html”这个文件/,
    );
  });

  test('are found on pages that stand as they were when what they link to goes', async () => {
    const home = linkingHome('items/water/water-use-plan/index.html');
    await run([...BUILD, '--out', 'kept'], home);
    rmSync(join(home, 'catalog/items/water/water-use-plan.yaml'));
    const kept = await run([...BUILD, '--out', 'kept'], home);
    const clean = await run([...BUILD, '--out', 'clean', '--no-cache'], home);
    expect(kept.err).toContain('没有“items/water/water-use-plan/index.html”这个文件');
    expect(kept.err).toBe(clean.err);
  });

  test('are found when a place goes from a page whose file moves', async () => {
    const home = linkingHome('items/water/water-use-plan/index.html#fees');
    const [old, moved] = ['water', 'plans'].map((folder) =>
      join(home, `catalog/items/${folder}/water-use-plan.yaml`),
    ) as [string, string];
    const first = await run([...BUILD, '--out', 'kept'], home);
    expect(first.err).not.toContain('#fees');
    mkdirSync(join(moved, '..'));
    writeFileSync(moved, readFileSync(old, 'utf8').replace('fees: 不收费\n', ''));
    rmSync(old);
    const kept = await run([...BUILD, '--out', 'kept'], home);
    const clean = await run([...BUILD, '--out', 'clean', '--no-cache'], home);
    expect(kept.err).toContain('#fees');
    expect(kept.err).toBe(clean.err);
  });
});

const BUILD = ['build', 'catalog', '--theme', 'theme', '--only', 'html', '--force'];

/** A folder with a catalogue and a theme by which every page links to an address. */
function linkingHome(address: string): string {
  const home = emptyFolder();
  cpSync(join(ROOT, 'tests/catalog'), join(home, 'catalog'), { recursive: true });
  const theme = join(home, 'theme/html');
  mkdirSync(theme, { recursive: true });
  const shell = readFileSync(join(ROOT, 'templates/html/shell.hbs'), 'utf8');
  const link = `<a href="{{@root.root}}${address}">计划</a>`;
  writeFileSync(join(theme, 'shell.hbs'), shell.replace('</footer>', `${link}</footer>`));
  return home;
}
