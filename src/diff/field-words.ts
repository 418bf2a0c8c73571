import { listItems, type SchemaNode } from '../model/schema-node.ts';
import { isRecord } from './plain.ts';

/** A value as it is written: lists with 、, yes and no in Chinese; empty when there is none. */
export function fieldWords(value: unknown, node: SchemaNode): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) {
    const entries = value.map((each) => fieldWords(each, listItems(node) ?? {}));
    return entries.length === 0 ? '无' : entries.join('、');
  }
  if (!isRecord(value)) return String(value);
  const parts = Object.entries(value).map(([key, each]) => {
    const child = propertyOf(node, key) ?? {};
    return `${child['x-label'] ?? key}${fieldWords(each, child)}`;
  });
  return parts.join('，');
}

/** A field of a map, also where the map is one of two forms. */
export function propertyOf(node: SchemaNode, key: string): SchemaNode | undefined {
  return node.properties?.[key] ?? node.anyOf?.find((form) => form.properties)?.properties?.[key];
}
