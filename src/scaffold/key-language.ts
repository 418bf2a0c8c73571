import type { KeyLanguage } from '../model/key-names.ts';
import { KIND_NAMES, type Kind } from '../model/kinds.ts';
import { schemaOf } from '../model/schema-node.ts';

/** Chinese names of all keys at the top of any file. */
const CHINESE: ReadonlySet<string> = new Set(
  (Object.keys(KIND_NAMES) as Kind[]).flatMap((kind) =>
    Object.values(schemaOf(kind).properties ?? {}).flatMap((node) => node['x-label'] ?? []),
  ),
);

/** The language of a file's keys: that of the first that is one. */
export function keysOf(text: string): KeyLanguage {
  for (const [, key = ''] of text.matchAll(/^([^\s#:：]+) *[:：]/gm)) {
    if (CHINESE.has(key)) return 'zh';
    if (/^[a-z_]+$/.test(key)) return 'en';
  }
  return 'zh';
}
