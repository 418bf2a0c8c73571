import { Ajv2020 } from 'ajv/dist/2020.js';
import { _ } from 'ajv/dist/compile/codegen/index.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { FORMATS } from '../load/formats.ts';
import type { SchemaNode } from './program-schema.ts';

/**
 * The schemas as ready-made validators, so that a check does not begin by compiling them. Each
 * kind is an export.
 */
export function validatorCode(schemas: Record<string, SchemaNode>): string {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    strict: true,
    strictRequired: false,
    code: { source: true, esm: true, formats: _`FORMATS` },
  });
  for (const word of ['x-label', 'x-shorthand', 'x-mandatory']) ajv.addKeyword(word);
  for (const [name, test] of Object.entries(FORMATS)) ajv.addFormat(name, test);
  for (const [kind, schema] of Object.entries(schemas)) ajv.addSchema(schema, kind);
  const kinds = Object.fromEntries(Object.keys(schemas).map((kind) => [kind, kind]));
  const generate = standaloneCode as unknown as { default: typeof standaloneCode.default };
  return importRuntime(generate.default(ajv, kinds));
}

/**
 * The code asks for ajv's runtime by `require`; a module has to import it. Some loaders give what
 * a CommonJS module exports by default, some the whole of it.
 */
function importRuntime(code: string): string {
  const imports = new Map<string, string>();
  const body = code.replace(/require\("([^"]+)"\)\.default/g, (_whole, path: string) => {
    const name = imports.get(path) ?? `runtime${imports.size}`;
    imports.set(path, name);
    return `(${name}.default ?? ${name})`;
  });
  const lines = [...imports].map(([path, name]) => `import ${name} from '${path}.js';`);
  return ['// @ts-nocheck', ...lines, "import { FORMATS } from './formats.ts';", body, ''].join(
    '\n',
  );
}
