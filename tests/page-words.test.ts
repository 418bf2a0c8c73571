import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AnyGuide, Guide } from '../src/guide/guide.ts';
import { composeFrame, HOME } from '../src/guide/page/frame.ts';
import { loadCatalog } from '../src/load/load.ts';
import { OUTPUTS } from '../src/render/index.ts';
import { diskFiles } from '../src/world/disk.ts';
import { sectionStrings, squashed } from './guide-strings.ts';
import { emptyFolder, ROOT, run } from './program.ts';
import { breakable } from './site-checks.ts';
import { treeOf } from './tree.ts';
import { stringsIn, templateWords, visibleTexts } from './visible-text.ts';

/** What every page says whatever it is about: its templates and what stands around it. */
function fixedWords(folder: string): string[] {
  const templates = join(ROOT, 'templates/html');
  const files = readdirSync(templates, { recursive: true, encoding: 'utf8' });
  const words = files
    .filter((file) => file.endsWith('.hbs'))
    .flatMap((file) => templateWords(readFileSync(join(templates, file), 'utf8')));
  return [...words, ...stringsIn([HOME, composeFrame(loadCatalog(diskFiles(folder)).catalog)])];
}

/** Names of the files that a page links to. */
function fileNames(guide: Guide): string[] {
  return Object.values(OUTPUTS).flatMap(({ links }) =>
    links(() => guide).map(({ label }) => label),
  );
}

/** What a guide says and a page does not. */
function unsaid({ title, summary, sections }: AnyGuide, texts: readonly string[]): string[] {
  const said = squashed(texts.join(''));
  const words = [title, summary, ...sections.flatMap(sectionStrings)];
  return words.filter((text) => !said.includes(squashed(text)));
}

/** Links to what is printed of a bundle. */
const PRINTED = ['办事指南（PDF）', '一次性告知单（PDF）'];

describe.each([
  ['catalog', 'html,json'],
  ['tests/catalog', 'html,json,pdf,notice'],
])('the pages of %s', (folder, only) => {
  const own = emptyFolder();
  let tree = new Map<string, Buffer>();

  beforeAll(async () => {
    // A copy has no history: what changed of late is no part of the guide.
    cpSync(join(ROOT, folder), join(own, 'catalog'), { recursive: true });
    const argv = ['build', 'catalog', '--out', 'public', '--only', only];
    expect((await run(argv, own)).code).toBe(0);
    tree = treeOf(join(own, 'public'));
  });

  test('say nothing that is neither in the guide nor one of their own fixed words', () => {
    const fixed = fixedWords(join(own, 'catalog'));
    const pages = [...tree.keys()].filter((path) => /^items\/.*\/index\.html$/.test(path));
    const faults = pages.flatMap((path) => {
      const json = tree.get(join(dirname(path), 'guide.json'))?.toString() ?? '';
      const guide = JSON.parse(json) as Guide;
      const known = new Set([...fixed, ...stringsIn(guide), ...fileNames(guide)]);
      const texts = visibleTexts(breakable(tree.get(path)?.toString() ?? ''));
      expect(texts.length).toBeGreaterThan(100);
      return texts.filter((text) => !known.has(text)).map((text) => `${path}: ${text}`);
    });
    expect(pages.length).toBeGreaterThan(2);
    expect(faults).toEqual([]);
  });

  const readGuide = (path: string) => JSON.parse(tree.get(path)?.toString() ?? '') as AnyGuide;
  const textsOf = (path: string) => visibleTexts(breakable(tree.get(path)?.toString() ?? ''));

  test('of bundles say what their guides say and nothing else', () => {
    const guides = [...tree.keys()].filter((path) => /^bundles\/.*\/guide\.json$/.test(path));
    expect(guides.length).toBeGreaterThan(0);
    const fixed = fixedWords(join(own, 'catalog'));
    for (const path of guides) {
      const guide = readGuide(path);
      const texts = textsOf(path.replace('guide.json', 'index.html'));
      const known = new Set([...fixed, ...stringsIn(guide), ...PRINTED]);
      expect(texts.filter((text) => !known.has(text))).toEqual([]);
      expect(unsaid(guide, texts)).toEqual([]);
    }
  });

  test('of halls say all that their guides say', () => {
    const guides = [...tree.keys()].filter((path) => /^halls\/.*\/guide\.json$/.test(path));
    expect(guides.length).toBeGreaterThan(0);
    for (const path of guides) {
      const texts = textsOf(path.replace('/guide.json', '.html'));
      expect(unsaid(readGuide(path), texts)).toEqual([]);
    }
  });

  test('of departments list the items of their guides', () => {
    const guides = [...tree.keys()].filter((path) => path.startsWith('departments/'));
    expect(guides.length).toBeGreaterThan(0);
    for (const path of guides) {
      const guide = readGuide(path);
      const items = guide.sections.filter(({ id }) => id === 'items');
      const page = `lists/${path.replace('/guide.json', '.html')}`;
      expect(items.length > 0, path).toBe(tree.has(page));
      if (items.length === 0) continue;
      const listed = items.map((each) => ({ ...each, heading: '' }));
      expect(unsaid({ ...guide, sections: listed }, textsOf(page))).toEqual([]);
    }
  });
});
