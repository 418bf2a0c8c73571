import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { Kind } from '../model/kinds.ts';
import { SCHEMAS } from '../model/schemas.gen.ts';
import { parseDuration } from '../text/duration.ts';

const compiled = new Map<Kind, (value: unknown) => readonly ErrorObject[]>();

/** What the schema says of a value: ajv's errors, each with the schema and the data at fault. */
export function validate(kind: Kind, value: unknown): readonly ErrorObject[] {
  let check = compiled.get(kind);
  if (check === undefined) {
    const validator = newAjv().compile(SCHEMAS[kind]);
    check = (data) => (validator(data) ? [] : (validator.errors ?? []));
    compiled.set(kind, check);
  }
  return check(value);
}

function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, strictRequired: false });
  for (const word of ['x-label', 'x-shorthand', 'x-mandatory']) ajv.addKeyword(word);
  ajv.addFormat('duration', (text: string) => parseDuration(text) !== undefined);
  ajv.addFormat('date', isDate);
  ajv.addFormat('web-address', (text: string) => /^https?:\/\/[^\s/]+\.[^\s/]+/.test(text));
  ajv.addFormat('form-path', () => true);
  return ajv;
}

/** A real day written YYYY-MM-DD. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
