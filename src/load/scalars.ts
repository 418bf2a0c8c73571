import type { SchemaNode } from '../model/schema-node.ts';

const YES = new Set(['是', 'true', 'yes', 'on', 'y']);
const NO = new Set(['否', 'false', 'no', 'off', 'n']);
const CODED = new Set(['duration', 'date', 'web-address', 'form-path', 'fraction', 'item-type']);

/**
 * The value a text stands for: numbers and 是/否 only where the schema says so, text everywhere
 * else (000123014000 stays as it is). Undefined when the text does not fit; 15 digits are what a
 * number can hold.
 */
export function coerceScalar(text: string, schema: SchemaNode): unknown {
  switch (schema.type) {
    case 'integer':
      return /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
    case 'number':
      return /^-?\d{1,15}(\.\d{1,15})?$/.test(text.trim()) ? Number(text) : undefined;
    case 'boolean':
      return coerceBoolean(text.trim().toLowerCase());
    default:
      return text.trim();
  }
}

function coerceBoolean(text: string): boolean | undefined {
  if (YES.has(text)) return true;
  return NO.has(text) ? false : undefined;
}

/** Whether a value is coded (numbers, codes, dates, phones), so that full-width forms are slips. */
export function needsHalfWidth(schema: SchemaNode, pointer: string): boolean {
  return (
    schema.type === 'integer' ||
    schema.type === 'number' ||
    CODED.has(schema.format ?? '') ||
    schema.pattern !== undefined ||
    /\/(codes\/[a-z_]+|uscc|consult|complain|phone|code)$/.test(pointer)
  );
}
