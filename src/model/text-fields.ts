import type { Kind } from './kinds.ts';
import { PROSE, TEXTS } from './text-fields.gen.ts';
import type { TextKind } from './text-kinds.ts';

/**
 * What stands at a place of a file by the schema of its kind: a JSON pointer with every position in
 * a list as 0. Enumerated values, and keys that the schema has not, are codes.
 */
export function textKindAt(kind: Kind, field: string): TextKind {
  const texts: Readonly<Record<string, TextKind>> = TEXTS[kind];
  return texts[field] ?? texts[`${field.slice(0, field.lastIndexOf('/'))}/*`] ?? 'code';
}

const FREE: ReadonlySet<string> = new Set(PROSE);

/** Whether whole sentences of the author's own stand at a place of an item (`x-prose`). */
export function isProseAt(field: string): boolean {
  return FREE.has(field);
}

/** Names, titles, codes and ids, by which things are found, referred to and compared. */
export function isIdentifying(field: string): boolean {
  return /(^|\/)(id|ids|name|title|issuer|code|uscc)$|^\/codes\/\w+$/.test(field);
}
