import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openYaml } from '../src/load/open-yaml.ts';
import { quickTree } from '../src/load/quick-tree.ts';
import { documentTree } from '../src/load/yaml-tree.ts';
import { ROOT } from './program.ts';

/** What the full reader makes of a text; undefined when it complains. */
function fullTree(text: string): unknown {
  const document = openYaml(text);
  return document.errors.length > 0 || document.warnings.length > 0
    ? undefined
    : documentTree(document, text);
}

/** Trees without the ends of maps and lists, which the readers need not agree on. */
function simplified(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (_, value) =>
      value?.kind === 'map' || value?.kind === 'list' ? { ...value, end: 0 } : value,
    ) ?? 'null',
  );
}

function yamlFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ya?ml$/.test(path))
    .map((path) => join(ROOT, folder, path));
}

const FILES = ['catalog', 'tests/catalog', 'tests/cases', 'src/lint/wording'].flatMap(yamlFiles);
const TEXTS = FILES.map((path) => readFileSync(path, 'utf8'));

/** Fails when the quick reader answers anything but what the full one says. */
function compare(text: string): boolean {
  const quick = quickTree(text);
  if (quick === undefined) return false;
  expect(simplified(quick), text).toEqual(simplified(fullTree(text)));
  return true;
}

describe('two readers never disagree', () => {
  test('on the files of the catalogues, nearly all of which are read quickly', () => {
    const own = yamlFiles('catalog').map((path) => readFileSync(path, 'utf8'));
    const quick = own.filter(compare).length;
    expect(quick).toBe(own.length);
    for (const text of TEXTS) compare(text);
  });

  test.each([
    'a: 1',
    'a:\n- x\n- y',
    'a:\n  - x\n  -\n    b: 1\n  - - p\n    - q',
    '- a: 1\n  b: 2\n-   c: 3\n    d: 4\n- e',
    'a: |\n  x\n\n   y\n  z  \n\nb: >-\n  p\n  q\n\n  r\nc: |-\n  end',
    'a: "x\\n\\"y\\"" # c\nb: \'it\'\'s\'\nc: x#y # z',
    'a: [x, "y", {k: v, l: [1, 2]}]\nb: {p: q,\n  r: s}\nc: []\nd: {}',
    'a: http://x.example/y?z#w\nb: 9:00—17:00\nc: -1\nd: - x',
    'a: x: y',
    'a: x\n  y',
    'a: 1\na: 2',
    '"a b": 1\n? x\n: y',
    'a: *x\nb: &x 1',
    'a: !!int 1',
    'a: [x, y',
    'a: {x: y, x: z}',
    'a: [x:y, a: b]',
    'a: # comment\n  b: 1\n# end\nc:\n',
    'a:\n  b: 1\n c: 2',
    'a:\n    b: 1\n    c: 2\nd: |2\n   x',
    'a: >\n  x\n    y\n  z\n',
    'a: |\n\n  x\n',
    'a: |\n   \n  x\n',
    'a: [a b, c  d , 中文：x]\nb: {甲: 乙}',
    'a: {x: , y: 1}',
    "a: 'x' y",
    'a: @x',
    'a : 1\nb:  2 ',
    'a:\n  # only a comment\nb: 1',
    '- |\n x\n- y',
    '-\n- a',
    'a: ""\nb:\n  c: ""',
  ])('on %j', (text) => {
    compare(text);
  });

  test('on thousands of files with something changed at random', () => {
    let seed = 20260924;
    const random = (below: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    const pieces = [' ', '  ', '\n', ':', ': ', '- ', '#', ' #', '"', "'", '[', ']', '{', '}', ','];
    pieces.push('|', '>', '-', '\n\n', '\n  ', '&a', '*a', '!', '? ', '%', '@', '\\', '等', 'a: b');
    let quick = 0;
    for (let round = 0; round < 4000; round += 1) {
      const text = TEXTS[random(TEXTS.length)] ?? '';
      const from = random(text.length);
      const part = text.slice(Math.max(0, text.lastIndexOf('\n', from)), from + 400).trimStart();
      const at = random(part.length + 1);
      const drop = random(3);
      const mutated = part.slice(0, at) + pieces[random(pieces.length)] + part.slice(at + drop);
      if (compare(mutated)) quick += 1;
    }
    expect(quick).toBeGreaterThan(500);
  });
});

const RECORDS = join(ROOT, '../shared/data/power-list-heilongjiang.json');
if (!existsSync(RECORDS)) console.log('real records not found, their test is skipped');

test.skipIf(!existsSync(RECORDS))('on what import writes', async () => {
  const { importFile } = await import('../src/import/import.ts');
  const { files } = await importFile(readFileSync(RECORDS), 'power-list-heilongjiang.json');
  const yaml = [...files].filter(([path]) => path.endsWith('.yaml'));
  const quick = yaml.filter(([, text]) => compare(text)).length;
  expect(quick / yaml.length).toBeGreaterThan(0.95);
});
