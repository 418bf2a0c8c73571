import { Ajv2020 } from 'ajv/dist/2020.js';
import { _ } from 'ajv/dist/compile/codegen/index.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { FORMATS } from '../load/formats.ts';
import { OWN_KEYWORDS, type SchemaNode } from './program-schema.ts';

/**
 * The schemas as ready-made validators, so that a check does not begin by compiling them (150 ms): a
 * CommonJS module, since only such a one can be loaded in the middle of a function that is not
 * asynchronous. It takes the formats and gives a validator for each kind.
 */
export function validatorCode(schemas: Record<string, SchemaNode>): string {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    strict: true,
    strictRequired: false,
    code: { source: true, formats: _`FORMATS` },
  });
  for (const word of OWN_KEYWORDS) ajv.addKeyword(word);
  for (const [name, test] of Object.entries(FORMATS)) ajv.addFormat(name, test);
  for (const [kind, schema] of Object.entries(schemas)) ajv.addSchema(schema, kind);
  const kinds = Object.fromEntries(Object.keys(schemas).map((kind) => [kind, kind]));
  const generate = standaloneCode as unknown as { default: typeof standaloneCode.default };
  const code = generate.default(ajv, kinds);
  return `module.exports = (FORMATS) => {\nconst exports = {};\n${code}\nreturn exports;\n};\n`;
}
