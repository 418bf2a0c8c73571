import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build, check, composeGuide, loadCatalog, MisuseError, VERSION } from '../src/api.ts';
import { packedFiles } from './packed.ts';
import { emptyFolder, ROOT, run } from './program.ts';

const CATALOG = join(ROOT, 'tests/catalog');

function copied(): string {
  const root = join(emptyFolder(), 'catalog');
  cpSync(CATALOG, root, { recursive: true });
  return root;
}

describe('the API', () => {
  test('checks as the command does, in paths of the catalogue', async () => {
    const root = copied();
    const path = 'items/water/water-abstraction.yaml';
    writeFileSync(join(root, path), `${readFileSync(join(root, path), 'utf8')}nmae: x\n`);
    const result = await check(root, { today: '2026-11-02' });
    const told = JSON.parse((await run(['check', root, '--format', 'json'], root)).out);
    expect(result).toMatchObject({ errors: 1, items: told.summary.items });
    expect(result.findings.map(({ rule }) => rule)).toEqual(
      told.findings.map(({ rule }: { rule: string }) => rule),
    );
    expect(result.findings.find(({ rule }) => rule === 'unknown-key')).toMatchObject({ path });
    await expect(check(root, { profiles: ['mars'] })).rejects.toThrow('没有“mars”');
  });

  test('loads a catalogue and composes the guide of an item of it', async () => {
    const { catalog, findings } = await loadCatalog(CATALOG);
    expect(findings).toEqual([]);
    const guide = await composeGuide('water-abstraction', catalog);
    expect(guide.title).toBe('取水许可');
    expect(JSON.parse(JSON.stringify(guide))).toEqual(guide);
    const [entry] = catalog.items;
    expect(entry && (await composeGuide(entry, catalog)).id).toBe(entry?.id);
  });

  test('builds, and says why it did not', async () => {
    const root = copied();
    const out = join(root, '../site');
    const done = await build(root, { out, only: ['html'], jobs: 1 });
    expect(done).toMatchObject({ built: true, out });
    expect(existsSync(join(out, 'index.html'))).toBe(true);
    writeFileSync(join(root, 'items/water/bad.yaml'), 'id: other\n');
    const refused = await build(root, { out: join(root, '../none'), lang: 'en', only: ['html'] });
    expect(refused.built).toBe(false);
    expect(refused.report).toContain('nothing was built');
  });

  test('throws wrong use with words that say what to do', async () => {
    await expect(check('nowhere')).rejects.toThrow(MisuseError);
    await expect(loadCatalog(emptyFolder(), { lang: 'en' })).rejects.toThrow('mingbai init');
    await expect(build(CATALOG, { out: CATALOG })).rejects.toThrow('目录就在里面');
    const { catalog } = await loadCatalog(CATALOG);
    await expect(composeGuide('nobody', catalog)).rejects.toThrow('没有“nobody”这个事项');
    expect(VERSION).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test.each(['docs/api.md', 'docs/api.en.md'])('%s names every function and option', (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const source = readFileSync(join(ROOT, 'src/api.ts'), 'utf8');
    const functions = [...source.matchAll(/^export (?:async )?function (\w+)/gm)];
    const options = [...source.matchAll(/^ {2}readonly (\w+)\??:/gm)];
    expect([functions.length, options.length > 8]).toEqual([4, true]);
    for (const [, name] of [...functions, ...options]) expect(text).toContain(`\`${name}`);
  });
});

describe('the package', () => {
  const files = packedFiles();

  test('has all that is read when it runs, and documents', () => {
    const wanted = ['CHANGELOG.md', 'LICENSE', 'README.md', 'README.zh-CN.md', 'docs/api.md'];
    const runs = ['deploy/github/county.yml', 'deploy/hooks/pre-commit', 'bin/mingbai.js'];
    const own = ['schemas/item.schema.json', 'templates/html/guide.hbs', 'fonts/OFL.txt'];
    expect(files).toEqual(expect.arrayContaining([...wanted, ...runs, ...own]));
  });

  test('has what the sources ask for by its address', () => {
    const texts = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.startsWith('tools/'))
      .map((path) => readFileSync(join(ROOT, 'src', path), 'utf8'));
    const asked = texts.flatMap((text) =>
      [...text.matchAll(/new URL\('\.\.\/\.\.\/([^']+)'/g)].map(([, path = '']) => path),
    );
    expect(asked.length).toBeGreaterThan(1);
    const has = (path: string): boolean =>
      path.endsWith('/') ? files.some((each) => each.startsWith(path)) : files.includes(path);
    expect(asked.filter((path) => !has(path))).toEqual([]);
  });

  test('has no source but what is read', () => {
    const sources = files.filter((path) => path.startsWith('src/') || path.startsWith('tests/'));
    expect(sources.filter((path) => !/\.ya?ml$|\/README\.md$/.test(path))).toEqual([]);
    expect(files.filter((path) => path.includes('.mingbai/'))).toEqual([]);
    const all = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const hook of ['preinstall', 'install', 'postinstall', 'prepare']) {
      expect(all.scripts).not.toHaveProperty(hook);
    }
    expect(all.scripts.prepack).toBe('npm run build && npm run types');
  });
});
