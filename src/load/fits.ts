import type { SchemaNode } from '../model/schema-node.ts';
import { FORMATS } from './formats.ts';

/** Whether a value of one kind is as its schema has it; false also where that is not certain. */
export type Fits<T> = (value: T) => boolean;

/** What JSON Schema asks of a value, beside its type and what stands in it. */
interface Asked extends SchemaNode {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
}

/** Keywords that are seen to here or while reading; a schema with any other is left to ajv. */
const KNOWN = new Set(
  (
    '$schema $id title description type properties items anyOf additionalProperties required ' +
    'enum const format pattern minLength maxLength minimum maximum minItems ' +
    'x-label x-shorthand x-mandatory'
  ).split(' '),
);

/** A test of the scalars of a schema, made once. */
export function scalarFits(schema: SchemaNode): Fits<unknown> {
  if (!isKnown(schema)) return never;
  const tests = [...stringTests(schema), ...numberTests(schema)];
  if (schema.enum !== undefined) {
    const known = new Set<unknown>(schema.enum);
    tests.push((value) => known.has(value));
  }
  if (schema.const !== undefined) tests.push((value) => value === schema.const);
  const [first, second] = tests;
  if (first === undefined) return always;
  return second === undefined ? first : (value) => tests.every((test) => test(value));
}

/** A test of the maps of a schema by their keys, made once; what stands at a key is not looked at. */
export function mapFits(schema: SchemaNode): Fits<Readonly<Record<string, unknown>>> {
  if (!isKnown(schema)) return never;
  const { required = [] } = schema;
  if (required.length === 0) return always;
  return (map) => {
    for (const key of required) if (map[key] === undefined) return false;
    return true;
  };
}

/** A test of the lists of a schema by their length, made once. */
export function listFits(schema: SchemaNode): Fits<readonly unknown[]> {
  const { minItems = 0 } = schema as Asked;
  return isKnown(schema) ? (list) => list.length >= minItems : never;
}

const always = (): boolean => true;
const never = (): boolean => false;

function isKnown(schema: SchemaNode): boolean {
  return Object.keys(schema).every((key) => KNOWN.has(key));
}

function stringTests(schema: Asked): Fits<unknown>[] {
  const { pattern, format, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  const tests: Fits<string>[] = [];
  if (pattern !== undefined) {
    const regex = new RegExp(pattern, 'u');
    tests.push((text) => regex.test(text));
  }
  if (format !== undefined) {
    const test: Fits<string> | undefined = (FORMATS as Record<string, Fits<string>>)[format];
    tests.push(test ?? never);
  }
  // Characters are counted, of which each has one unit or two: certain is what holds for both.
  if (minLength > 0) {
    const enough = minLength === 1 ? 1 : minLength * 2;
    tests.push((text) => text.length >= enough);
  }
  if (maxLength < Number.POSITIVE_INFINITY) tests.push((text) => text.length <= maxLength);
  return tests.map((test) => (value) => typeof value === 'string' && test(value));
}

function numberTests(schema: Asked): Fits<unknown>[] {
  if (schema.type !== 'integer' && schema.type !== 'number') return [];
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
  return [
    (value) =>
      typeof value === 'number' && Number.isFinite(value) && value >= minimum && value <= maximum,
  ];
}
