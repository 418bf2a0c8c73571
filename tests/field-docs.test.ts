import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { FORMATS } from '../src/load/formats.ts';
import { fieldDoc } from '../src/model/field-doc.ts';
import { undescribed } from '../src/tools/field-docs.ts';
import { OWN_KEYWORDS, readSchemaFiles, type SchemaNode } from '../src/tools/program-schema.ts';

const ROOT = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

test('every field has a meaning, and every value of a list', () => {
  const files = readSchemaFiles(read);
  const found = Object.entries(files).flatMap(([path, schema]) =>
    undescribed(schema).map(({ pointer }) => `${path} ${pointer}`),
  );
  expect(found).toEqual([]);
  const field = { 'x-label': '办件类型', enum: ['即办件'], 'x-values': {} };
  expect(undescribed({ properties: { case: field } }).map((each) => each.advice)).toEqual([
    'say what it means',
    '"x-values" has a meaning for each value',
  ]);
});

test('every example may stand where it is shown', () => {
  const files = readSchemaFiles(read);
  const ajv = new Ajv2020({ strict: true, strictRequired: false });
  for (const word of OWN_KEYWORDS) ajv.addKeyword(word);
  for (const [name, format] of Object.entries(FORMATS)) ajv.addFormat(name, format);
  ajv.addSchema(files['schemas/common.schema.json'] ?? {});
  let tried = 0;
  const unfit = Object.entries(files).flatMap(([path, schema]) =>
    [...fieldsOf(schema)].flatMap((field) => {
      const { $id: _id, ...node } = field;
      if (node.examples === undefined) return [];
      tried += 1;
      const fits = ajv.validate(node, node.examples[0]);
      return fits ? [] : [`${path} ${node['x-label']}: ${ajv.errorsText()}`];
    }),
  );
  expect(unfit).toEqual([]);
  expect(tried).toBeGreaterThan(250);
});

function* fieldsOf(node: unknown): Generator<SchemaNode> {
  if (typeof node !== 'object' || node === null) return;
  if ('x-label' in node || 'examples' in node) yield node as SchemaNode;
  for (const [key, value] of Object.entries(node)) if (key !== 'examples') yield* fieldsOf(value);
}

test('a field is found by pointer and by dotted keys', () => {
  expect(fieldDoc('item', '/materials/3/name')?.label).toBe('材料名称');
  expect(fieldDoc('item', 'limits.statutory')?.example).toBe('20个工作日');
  expect(fieldDoc('item', 'limits.toString')).toBeUndefined();
});
