import { createRequire } from 'node:module';
import type { ErrorObject } from 'ajv';
import type { Kind } from '../model/kinds.ts';
import { type SchemaNode, schemaOf } from '../model/schema-node.ts';
import { FORMATS } from './formats.ts';

type Validator = ((value: unknown) => boolean) & { errors?: ErrorObject[] | null };

let loaded: Readonly<Record<Kind, Validator>> | undefined;

/** What the schemas became (see tools/validators.ts), loaded when a file is first read. */
function validators(): Readonly<Record<Kind, Validator>> {
  // Generated to take the formats and to give a validator for each schema.
  const make = (): unknown => createRequire(import.meta.url)('./validators.gen.cjs');
  loaded ??= (make() as (formats: typeof FORMATS) => Record<Kind, Validator>)(FORMATS);
  return loaded;
}

/** One thing a schema says is wrong: the rule of JSON Schema, the value and the schema at fault. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer of the value. */
  readonly pointer: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly schema: SchemaNode;
  readonly value: unknown;
}

/** What the schema of a kind of file says of a value. */
export function validate(kind: Kind, value: unknown): SchemaError[] {
  const check = validators()[kind];
  if (check(value)) return [];
  return (check.errors ?? []).map(({ keyword, instancePath, params, schemaPath }) => ({
    keyword,
    pointer: instancePath,
    params,
    schema: walk(schemaOf(kind), schemaPath.slice(1, schemaPath.lastIndexOf('/'))) as SchemaNode,
    value: walk(value, instancePath),
  }));
}

/** What stands at a JSON pointer. */
function walk(value: unknown, pointer: string): unknown {
  let at = value;
  for (const step of pointer.split('/').slice(1)) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    at = (at as Record<string, unknown> | undefined)?.[key];
  }
  return at;
}
