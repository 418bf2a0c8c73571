import type { SchemaNode } from '../../model/schema-node.ts';

/** A value that a field may have, as it is written; undefined where the schema tells none. */
export function exampleValue(schema: SchemaNode): string | undefined {
  const { enum: allowed, type, format } = schema;
  if (allowed?.[0] !== undefined) return allowed[0];
  if (type === 'integer' || type === 'number') return '1';
  if (type === 'boolean') return '是';
  if (format !== undefined && FORMATS[format] !== undefined) return FORMATS[format];
  if (schema.pattern?.startsWith('^[a-z0-9]')) return 'water-abstraction';
  const items = schema.items ?? schema.anyOf?.find((each) => each.items)?.items;
  const inner = items === undefined ? undefined : exampleValue(items);
  if (schema.anyOf?.[0]?.const !== undefined) return schema.anyOf[0].const;
  return inner === undefined ? undefined : `[${inner}]`;
}

const FORMATS: Readonly<Record<string, string>> = {
  duration: '20个工作日',
  date: '2026-01-01',
  'web-address': 'https://example.gov.cn/apply',
  'form-path': 'forms/water/申请表.docx',
};

/** A line with a key and a value that it may have: `own`, where that is one for a line. */
export function exampleLine(word: string, schema: SchemaNode, own?: unknown): string {
  const text = typeof own === 'string' && !/[\n"]/.test(own) ? own : undefined;
  const isPlain =
    text === undefined || !/[:#]|^[\d+-]/.test(text) || /^\d+\p{Script=Han}/u.test(text);
  const example = isPlain ? text : `"${text}"`;
  return `${word}: ${example ?? exampleValue(schema) ?? '…'}`;
}
