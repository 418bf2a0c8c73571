import { kindOfPath } from '../model/kinds.ts';
import { schemaAt } from '../model/schema-node.ts';
import type { Source } from '../model/source.ts';
import { say, type Words } from '../model/words.ts';

/**
 * Words in which keys stand in braces by their way through the schema (`{basis.0.quote}`), each
 * written as the file writes its keys.
 */
export function spelt(source: Source, { zh, en }: Words): Words {
  const kind = kindOfPath(source.path) ?? 'item';
  const spell = (text: string): string =>
    text.replace(/\{([a-z_.\d]+)\}/g, (_, path: string) => {
      const key = path.split('.').at(-1) ?? path;
      return source.spell(key, schemaAt(kind, `/${path.replaceAll('.', '/')}`)?.['x-label'] ?? key);
    });
  return say(spell(zh), spell(en));
}
