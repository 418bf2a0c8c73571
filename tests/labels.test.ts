import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LABELS, OTHER_LABELS } from '../src/model/labels.gen.ts';
import { unknownReaders } from '../src/tools/labels.ts';
import { ROOT } from './program.ts';

/** Labels that are words of their own as well, and why they may be typed in guide/. */
const ALSO_WORDS: Readonly<Record<string, string>> = {
  事项: 'a noun: the column of a list of items',
  大厅: 'a noun',
  电话: 'a noun: numbers of several fields',
  类型: 'a noun: the column of a tally',
  更新记录: 'the name of a page',
  告知承诺: 'a value, and the name of a list',
  全程网办: 'a value, and the name of a list',
};

/** The words that the schemas have for fields (`x-label`, `x-reader`). */
function words(): Set<string> {
  const labels = Object.values(LABELS).flatMap((kind) => Object.values<string>(kind));
  const others = Object.values(OTHER_LABELS).flatMap((kind) =>
    Object.values(kind).flatMap((byReader) => Object.values(byReader)),
  );
  return new Set([...labels, ...others]);
}

/** String literals, and beginnings of templates up to a colon, that are one of some words. */
function typed(text: string, known: ReadonlySet<string>): string[] {
  const literals = [...text.matchAll(/'([^'\n]*)'|[`；]([\u4e00-\u9fff]+)：\$\{/g)];
  return literals
    .map(([, literal, head]) => literal ?? head ?? '')
    .filter((word) => known.has(word) && ALSO_WORDS[word] === undefined);
}

test('guides take the labels of fields from the schemas and type none', () => {
  const folder = join(ROOT, 'src/guide');
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return typed(text, words()).map((word) => `${path}: ${word}`);
    });
  expect(found).toEqual([]);
  const example = `plainFact('办理地点', \`收件人：\${name}\`)`;
  expect(typed(example, words())).toEqual(['办理地点', '收件人']);
});

test('no word stands in the list of exceptions that need not', () => {
  const known = words();
  expect(Object.keys(ALSO_WORDS).filter((word) => !known.has(word))).toEqual([]);
});

test('a schema has words for readers that there are', () => {
  const field = { 'x-reader': { guide: '电子证照', child: '证' } };
  const found = unknownReaders({ properties: { electronic: field } });
  expect(found.map(({ pointer }) => pointer)).toEqual(['#/properties/electronic']);
  expect(unknownReaders({ properties: { a: { 'x-reader': { short: '证' } } } })).toEqual([]);
});
