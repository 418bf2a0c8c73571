import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { ENTRIES } from '../src/tools/entries.ts';
import { ROOT } from './program.ts';

const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(ROOT, 'src', path), 'utf8') }));

/** Names of the modules that a text asks for, each once. */
function namesIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))];
}

test('what is loaded by its address is a file of its own', () => {
  const all = SOURCES.map(({ text }) => text).join('\n');
  const started = readFileSync(join(ROOT, 'bin/mingbai.js'), 'utf8');
  const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const asked = [
    basename(exports['.'].import, '.js'),
    ...namesIn(all, /new URL\('\.\/([\w-]+)\.ts', import\.meta\.url\)/g),
    ...namesIn(all, /createRequire\(import\.meta\.url\)\('\.\/([\w.-]+)'\)/g),
    ...namesIn(started, /dist\/js\/([\w-]+)\.js/g),
  ];
  expect(ENTRIES.map((path) => basename(path, '.ts')).sort()).toEqual(asked.sort());
});

test('what finds its files by its own address lies as deep as what is made of it', () => {
  const deep = SOURCES.filter(({ text }) => /new URL\('\.\.\//.test(text));
  expect(deep.map(({ path }) => path)).toContain('world/assets.ts');
  expect(deep.filter(({ path }) => path.split('/').length !== 2)).toEqual([]);
});
