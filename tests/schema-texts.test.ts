import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SchemaNode } from '../src/tools/program-schema.ts';
import { untoldTexts } from '../src/tools/text-fields.ts';
import { readTags, textOf } from './pdf-reader.ts';
import { emptyFolder, ROOT } from './program.ts';

const COMMON: SchemaNode = {
  $defs: {
    code: { type: 'string', 'x-text': 'code' },
    prose: { type: 'string' },
    row: { type: 'object', properties: { law: { type: 'string' } } },
  },
};
const ref = (name: string): SchemaNode => ({ $ref: `common.schema.json#/$defs/${name}` });
const text: SchemaNode = { type: 'string' };
const told: SchemaNode = { type: 'string', 'x-text': 'note' };

describe('a schema says what every text is', () => {
  const untold = (field: SchemaNode): string[] =>
    untoldTexts({ type: 'object', properties: { field } }, COMMON).map(({ pointer }) => pointer);
  it.each([
    ['a text', text, ''],
    ['one of no type', { 'x-label': '说明' }, ''],
    ['one of several types', { type: ['string', 'null'] } as unknown as SchemaNode, ''],
    ['a list', { type: 'array', items: text }, '/items'],
    ['a map', { type: 'object', additionalProperties: text }, '/additionalProperties'],
    [
      'a map in a list',
      { type: 'array', items: { type: 'object', properties: { a: text } } },
      '/items/properties/a',
    ],
    ['one of two forms', { anyOf: [{ type: 'integer' }, text] }, '/anyOf/1'],
    ['one of two forms', { oneOf: [{ type: 'integer' }, text] }, '/oneOf/1'],
    ['a reference', ref('prose'), ''],
    [
      'a long form',
      { 'x-shorthand': 'a', anyOf: [text, { type: 'object', properties: { a: text } }] },
      '/anyOf/1/properties/a',
    ],
    ['a kind that there is not', { ...text, 'x-text': 'notes' }, ''],
    ['prose that is neither', { ...told, 'x-prose': '是' } as unknown as SchemaNode, ''],
  ])('%s is found', (_, field, below) => {
    expect(untold(field)).toEqual([`#/properties/field${below}`]);
  });

  it.each([
    ['a text', told],
    ['a list', { type: 'array', items: told }],
    ['an enumerated value', { type: 'string', enum: ['甲', '乙'] }],
    ['a fixed value', { const: '不收费' }],
    ['a number', { type: 'integer' }],
    ['a reference that says it', { ...ref('prose'), 'x-text': 'note' }],
    ['a definition that says it', ref('code')],
    [
      'a short form',
      { 'x-shorthand': 'a', anyOf: [text, { type: 'object', properties: { a: told } }] },
    ],
  ] as [string, SchemaNode][])('%s that needs no more is not', (_, field) => {
    expect(untold(field)).toEqual([]);
  });

  it('also in the definitions that files share', () => {
    const found = untoldTexts(COMMON, COMMON).map(({ pointer }) => pointer);
    expect(found).toEqual(['#/$defs/row/properties/law']);
  });
});

/** The parts of the project that are needed to generate, to build and to run it. */
const PARTS = [
  'bin',
  'data',
  'docs',
  'fonts',
  'package.json',
  'schemas',
  'src',
  'templates',
  'tests/catalog',
];
const ITEM = 'items/water/water-abstraction.yaml';
const VAGUE = '视情况提供普通话、粤语等服务';

describe('a new text field of items, in a copy of the project', () => {
  const copy = emptyFolder();
  for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

  const edit = (path: string, from: string, to: string): void => {
    const before = readFileSync(join(copy, path), 'utf8');
    expect(before, path).toContain(from);
    writeFileSync(join(copy, path), before.replace(from, to));
  };
  const addField = (more: object): void => {
    const path = join(copy, 'schemas/item.schema.json');
    const schema = JSON.parse(readFileSync(join(ROOT, 'schemas/item.schema.json'), 'utf8'));
    schema.properties.language_help = { type: 'string', 'x-label': '语言服务', ...more };
    writeFileSync(path, JSON.stringify(schema));
  };
  const tool = (name: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', `src/tools/${name}.ts`], {
      cwd: copy,
      encoding: 'utf8',
    });
  const program = (...argv: string[]) =>
    spawnSync(process.execPath, ['bin/mingbai.js', ...argv], { cwd: copy, encoding: 'utf8' });

  it('fails generation until it says what its text is', () => {
    addField({});
    const { status, stderr } = tool('generate');
    expect(status).toBe(1);
    expect(stderr).toContain('schemas/item.schema.json #/properties/language_help: say what kind');
    expect(stderr).toContain('"x-text"');
  });

  it('fails generation while no guide shows it', () => {
    addField({ 'x-text': 'note' });
    const { status, stderr } = tool('generate');
    expect(status).toBe(1);
    expect(stderr).toContain('no guide shows /language_help: show it in src/guide/');
  });

  it('is judged by the check, and every output shows it', () => {
    edit('src/guide/placed-fields.ts', '  modes: [', "  language_help: ['basics'],\n  modes: [");
    edit(
      'src/guide/basics.ts',
      "    ...plainFact(itemLabel('hall_entry.entered')",
      "    ...fact(itemLabel('language_help'), item.language_help),\n    ...plainFact(itemLabel('hall_entry.entered')",
    );
    expect(tool('generate')).toMatchObject({ status: 0, stderr: '' });
    expect(tool('bundle').status).toBe(0);

    edit(`tests/catalog/${ITEM}`, 'name: 取水许可\n', `name: 取水许可\nlanguage_help: ${VAGUE}\n`);
    const { status, stdout } = program('check', 'tests/catalog', '--format', 'json');
    expect(status).toBe(1);
    const found = (JSON.parse(stdout) as { findings: { rule: string; pointer: string }[] })
      .findings;
    expect([...new Set(found.map(({ rule, pointer }) => `${rule} ${pointer}`))]).toEqual([
      'wording-discretion /language_help',
      'wording-open /language_help',
    ]);

    expect(
      program('build', 'tests/catalog', '--out', 'out', '--only', 'html,json,pdf', '--force')
        .status,
    ).toBe(0);
    const folder = join(copy, 'out/items/water/water-abstraction');
    for (const name of ['guide.json', 'index.html']) {
      const shown = readFileSync(join(folder, name), 'utf8');
      expect(shown, name).toContain(VAGUE);
      expect(shown, name).toContain('语言服务');
    }
    expect(textOf(readTags(readFileSync(join(folder, 'guide.pdf'))))).toContain(VAGUE);
  });
});
