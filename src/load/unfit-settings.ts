import { valueAt } from '../model/texts.ts';
import type { SchemaError } from './validate.ts';

/** What a single value can be wrong in; lists and maps are not taken out for what is in them. */
const OF_VALUES = new Set(['enum', 'format', 'pattern', 'minimum', 'maximum']);

/**
 * Takes values out of the settings that are none the schema knows: they have been told, and what
 * the settings leave out has a default, while a name that is not known has no meaning anywhere.
 */
export function dropUnfit(settings: unknown, errors: readonly SchemaError[]): void {
  const wrong = errors.filter(({ keyword }) => OF_VALUES.has(keyword));
  // From the end, so that places in lists stay what they are.
  const pointers = [...new Set(wrong.map(({ pointer }) => pointer))].sort(byPlace).reverse();
  for (const pointer of pointers) {
    const at = pointer.lastIndexOf('/');
    const parent = valueAt(settings, pointer.slice(0, at));
    const key = pointer
      .slice(at + 1)
      .replaceAll('~1', '/')
      .replaceAll('~0', '~');
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (typeof parent === 'object' && parent !== null) Reflect.deleteProperty(parent, key);
  }
}

function byPlace(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
