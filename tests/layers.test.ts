import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BLOCK_KINDS } from '../src/guide/guide.ts';
import { circlesIn, importGraph } from './import-circles.ts';
import { emptyFolder } from './program.ts';

const SRC = new URL('../src/', import.meta.url).pathname;

/** The table “Who may import whom” of src/README.md. */
function allowedImports(): Map<string, Set<string>> {
  const text = readFileSync(join(SRC, 'README.md'), 'utf8');
  const [, section = ''] = text.split('## Who may import whom');
  const rows = [...section.matchAll(/^\| (?!room)([a-z]+) \| ([a-z, ]*)\|$/gm)];
  return new Map(
    rows.map(([, room = '', list = '']) => [
      room,
      new Set(list.split(',').map((each) => each.trim())),
    ]),
  );
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path));
}

/** Static and dynamic imports of a file, as room names. */
function importedRooms(path: string): string[] {
  const text = readFileSync(join(SRC, path), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, target = '']) => {
    const full = new URL(target, `file:///${path}`).pathname.slice(1);
    return full.split('/')[0] ?? '';
  });
}

const allowed = allowedImports();

test('every room stands in the table', () => {
  const rooms = readdirSync(SRC, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && sourceFiles(entry.name).length > 0)
    .map((entry) => entry.name);
  expect([...allowed.keys()].sort()).toEqual(rooms.sort());
});

test.each([...allowed])('%s imports only what it may', (room, may) => {
  const wrong = sourceFiles(room).flatMap((path) =>
    importedRooms(path)
      .filter((target) => target !== room && !may.has(target))
      .map((target) => `${path} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('no file imports itself by way of others, not even for a type', () => {
  expect(circlesIn(importGraph(SRC, sourceFiles('.')))).toEqual([]);
});

test('a circle is told by the way it takes, once', () => {
  const graph = new Map([
    ['a.ts', ['b.ts']],
    ['b.ts', ['c.ts', 'd.ts']],
    ['c.ts', ['a.ts']],
    ['d.ts', ['d.ts']],
    ['e.ts', ['a.ts']],
  ]);
  expect(circlesIn(graph)).toEqual(['a.ts → b.ts → c.ts → a.ts', 'd.ts → d.ts']);
});

test('imports are seen in every form', () => {
  const root = emptyFolder();
  const texts = {
    'a.ts': "import type { B } from './b.ts';\nimport './c/c.ts';\n",
    'b.ts': "export { c } from './c/c.ts';\nconst d = await import('./d.ts');\n",
    'c/c.ts': "import {\n  a,\n} from '../a.ts';\nimport x from 'yaml';\n",
    'd.ts': "type A = import('./a.ts').A;\n",
  };
  mkdirSync(join(root, 'c'));
  for (const [path, text] of Object.entries(texts)) writeFileSync(join(root, path), text);
  expect(Object.fromEntries(importGraph(root, Object.keys(texts)))).toEqual({
    'a.ts': ['b.ts', 'c/c.ts'],
    'b.ts': ['c/c.ts', 'd.ts'],
    'c/c.ts': ['a.ts'],
    'd.ts': ['a.ts'],
  });
});

test('only the door knows the process', () => {
  const outside = sourceFiles('.').filter(
    (path) => !/^(tools|world|publish\/(tree|move))/.test(path),
  );
  const wrong = outside.filter((path) => /(?<![/\w])process\.|console\./.test(code(path)));
  expect(wrong).toEqual([]);
});

function code(path: string): string {
  return readFileSync(join(SRC, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

test('no file is too long', () => {
  const long = sourceFiles('.').filter(
    (path) =>
      !path.endsWith('.gen.ts') && readFileSync(join(SRC, path), 'utf8').split('\n').length > 301,
  );
  expect(long).toEqual([]);
});

test('every block kind has a template, and every template a kind', () => {
  const folder = new URL('../templates/html/blocks/', import.meta.url);
  const names = readdirSync(folder).map((name) => name.replace('.hbs', ''));
  expect(names.sort()).toEqual([...BLOCK_KINDS].sort());
});
