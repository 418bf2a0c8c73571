import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, ROOT, run } from './program.ts';
import { treeOf } from './tree.ts';

describe('the sample catalogue', () => {
  let out = '';
  let text = '';

  beforeAll(async () => {
    out = join(emptyFolder(), 'public');
    const result = await run(['build', 'catalog', '--out', out], ROOT);
    expect(result.err).toBe('');
    expect(result.code).toBe(0);
    text = result.out;
  });

  test('gives a page, a guide, a notice sheet and a Guide for every item', () => {
    const files = treeOf(out);
    const items = [...files.keys()].filter((path) => /^items\/.*\/guide\.json$/.test(path));
    expect(items.length).toBeGreaterThanOrEqual(12);
    for (const path of items) {
      const folder = path.replace('/guide.json', '');
      for (const name of ['index.html', 'guide.pdf', 'notice.pdf']) {
        expect(files.has(`${folder}/${name}`)).toBe(true);
      }
    }
    expect(files.has('index.html')).toBe(true);
    const pages = [...files.keys()].filter((path) => path.endsWith('.html')).length;
    expect(text).toContain(`事项 ${items.length} 个，网页 ${pages} 页`);
    expect(text).toMatch(/请打开 .*index\.html/);
  });

  test('every link of every page leads to a file or an anchor', () => {
    const files = treeOf(out);
    for (const [path, body] of files) {
      if (!path.endsWith('.html')) continue;
      const html = body.toString();
      for (const [, href = ''] of html.matchAll(/(?:href|src)="([^"]*)"/g)) {
        if (/^(https?|mailto|tel):/.test(href)) continue;
        const [file = '', anchor] = decodeURIComponent(href).split('#');
        const target = file === '' ? path : new URL(file, `file:///${path}`).pathname.slice(1);
        expect(files.has(decodeURIComponent(target)), `${path} → ${href}`).toBe(true);
        if (anchor !== undefined) expect(html).toContain(`id="${anchor}"`);
      }
    }
  });

  test('is the same to the byte when built again', async () => {
    const again = join(emptyFolder(), 'public');
    await run(['build', 'catalog', '--out', again], ROOT);
    const [first, second] = [treeOf(out), treeOf(again)];
    expect([...second.keys()]).toEqual([...first.keys()]);
    for (const [path, body] of first) expect(second.get(path)?.equals(body), path).toBe(true);
  });

  test('a page says the same as its Guide, and no page says undefined', () => {
    for (const [path, body] of treeOf(out)) {
      if (!path.endsWith('items') && path.endsWith('index.html')) {
        expect(body.toString()).not.toMatch(/undefined|\[object|>null</);
      }
    }
  });
});

/** A small copy of the sample catalogue that a test may spoil. */
function spoiltCatalogue(): string {
  const folder = join(emptyFolder(), 'catalog');
  cpSync(join(ROOT, 'tests/catalog'), folder, { recursive: true });
  const items = join(folder, 'items');
  const department = readdirSync(items)[0] ?? '';
  const file = readdirSync(join(items, department))[0] ?? '';
  const path = join(items, department, file);
  writeFileSync(path, `${readFileSync(path, 'utf8')}\nnmae: x\n`);
  return folder;
}

describe('a tree appears whole or the old one stays', () => {
  test('errors stop the build before anything is written', async () => {
    const out = join(emptyFolder(), 'public');
    const { code, err } = await run(['build', spoiltCatalogue(), '--out', out], ROOT);
    expect(code).toBe(1);
    expect(err).toContain('nmae');
    expect(existsSync(out)).toBe(false);
  });

  test.each(['complain', 'fees', 'steps'])(
    'no notice sheet is made without one of its seven elements: %s',
    async (key) => {
      const folder = join(emptyFolder(), 'catalog');
      cpSync(join(ROOT, 'tests/catalog'), folder, { recursive: true });
      const path = join(folder, 'items/water/water-abstraction.yaml');
      const text = readFileSync(path, 'utf8');
      const without = text.replace(new RegExp(`^( *)${key}:.*\\n(\\1 +.*\\n)*`, 'm'), '');
      expect(without).not.toBe(text);
      writeFileSync(path, without);
      const out = join(emptyFolder(), 'public');
      const { code, err } = await run(['build', folder, '--out', out], ROOT);
      expect(err).toContain('[notice-elements]');
      expect(code).toBe(1);
      expect(existsSync(out)).toBe(false);
    },
  );

  test('--force builds in spite of them', async () => {
    const out = join(emptyFolder(), 'public');
    const argv = ['build', spoiltCatalogue(), '--out', out, '--only', 'html', '--force'];
    expect((await run(argv, ROOT)).code).toBe(0);
    expect(existsSync(join(out, 'index.html'))).toBe(true);
  });

  test('what is gone from the catalogue is gone from the tree', async () => {
    const out = join(emptyFolder(), 'public');
    await run(['build', 'catalog', '--out', out, '--only', 'json'], ROOT);
    await run(['build', 'tests/catalog', '--out', out, '--only', 'json'], ROOT);
    const items = readdirSync(join(ROOT, 'tests/catalog/items'));
    expect(readdirSync(join(out, 'items')).sort()).toEqual(items.sort());
  });

  test('a folder with somebody else’s files is never replaced', async () => {
    const out = emptyFolder();
    writeFileSync(join(out, 'thesis.docx'), 'x');
    const { code, err } = await run(['build', 'tests/catalog', '--out', out], ROOT);
    expect(code).toBe(2);
    expect(err).toContain('不敢覆盖');
    expect(readdirSync(out)).toEqual(['thesis.docx']);
  });

  test('a build that was cut off leaves the old tree, and the next one sweeps up', async () => {
    const parent = emptyFolder();
    const out = join(parent, 'public');
    await run(['build', 'tests/catalog', '--out', out, '--only', 'json'], ROOT);
    const before = treeOf(out);
    mkdirSync(join(parent, 'public.mingbai-new-999999999/items'), { recursive: true });
    await run(['build', 'tests/catalog', '--out', out, '--only', 'json'], ROOT);
    expect(readdirSync(parent)).toEqual(['public']);
    expect([...treeOf(out).keys()]).toEqual([...before.keys()]);
  });

  test('a tree that was set aside comes back', async () => {
    const parent = emptyFolder();
    const out = join(parent, 'public');
    await run(['build', 'tests/catalog', '--out', out, '--only', 'json'], ROOT);
    cpSync(out, join(parent, 'public.mingbai-old-999999999'), { recursive: true });
    const { rmSync } = await import('node:fs');
    rmSync(out, { recursive: true });
    const { code } = await run(['build', spoiltCatalogue(), '--out', out], ROOT);
    expect(code).toBe(1);
    await run(['build', 'tests/catalog', '--out', out, '--only', 'json'], ROOT);
    expect(readdirSync(parent)).toEqual(['public']);
  });
});

describe('strings of a catalogue never become markup', () => {
  const ATTACKS = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '[点我](javascript:alert(1))',
    '[点我](data:text/html,x)',
    '{{guide.title}} {{{x}}} {{> shell}}',
    '<!-- x --> &lt;b&gt; </section>',
    '![x](https://elsewhere.example/x.png)',
  ];

  test('in every text of an item', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'items/water'), { recursive: true });
    mkdirSync(join(folder, 'departments'));
    const attack = JSON.stringify(ATTACKS.join('\n\n'));
    writeFileSync(join(folder, 'departments/water.yaml'), `id: water\nname: ${attack}\n`);
    const lines = [
      'id: a',
      `name: ${attack}`,
      'type: 行政许可',
      'department: water',
      `summary: ${attack}`,
      `notes: ${attack}`,
      `conditions: [${attack}]`,
      `materials: [{ name: ${attack}, note: ${attack}, criteria: ${attack} }]`,
      `steps: [{ name: ${attack}, action: ${attack}, criteria: ${attack} }]`,
      `faq: [{ question: ${attack}, answer: ${attack} }]`,
      `basis: [{ law: ${attack}, article: ${attack}, quote: ${attack}, url: "javascript:alert(1)" }]`,
      'channels: { online: "javascript:alert(1)", mobile: "https://x.example/\\"onclick=\\"x" }',
      `contact: { consult: ${attack}, email: "x\\"><b>" }`,
    ];
    writeFileSync(join(folder, 'items/water/a.yaml'), lines.join('\n'));
    const out = join(emptyFolder(), 'public');
    const { code } = await run(['build', folder, '--out', out, '--force'], folder);
    expect(code).toBe(0);
    for (const [path, body] of treeOf(out)) {
      if (!path.endsWith('.html')) continue;
      const html = body.toString();
      expect(html).not.toMatch(
        /<script>|<img src=x|<b>|<!-- x|href="(javascript|data):|onclick="x/i,
      );
      if (!path.startsWith('items/')) continue;
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(html).toContain('{{guide.title}}');
    }
  });
});
