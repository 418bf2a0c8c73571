import type { Entry } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import type { Kind } from '../model/kinds.ts';
import { ownCopy } from '../text/remember.ts';
import { decodeText } from './decode.ts';
import { YamlSource } from './source.ts';

/** Longer texts seldom stand in two items. */
const SHORT = 60;

/**
 * What makes entries small, so that a whole catalogue can be held: short texts that stand in many
 * are shared, and a file's own text is read again when a place in it is asked for.
 */
export function compacting(files: Files): (entry: Entry<unknown>, kind: Kind) => Entry<unknown> {
  const compact = compactor();
  return ({ id, path, value }, kind) => {
    return { id, path, source: readAgain(files, path, kind), value: compact(value) };
  };
}

/** The source of a file whose text is read again when a place in it is asked for. */
export function readAgain(files: Files, path: string, kind: Kind): YamlSource {
  return new YamlSource(
    path,
    () => {
      const decoded = decodeText(files.read(path));
      return 'text' in decoded ? decoded.text : '';
    },
    kind,
  );
}

/** Copies plain data so that all copies share their short texts. */
function compactor(): <T>(value: T) => T {
  const shared = new Map<string, string>();
  const small = (text: string): string => {
    if (text.length > SHORT) return ownCopy(text);
    const known = shared.get(text);
    if (known !== undefined) return known;
    const own = ownCopy(text);
    shared.set(own, own);
    return own;
  };
  // A copy has the type of what it is a copy of.
  return <T>(value: T) => copyOf(value, small) as T;
}

function copyOf(value: unknown, small: (text: string) => string): unknown {
  if (typeof value === 'string') return small(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => copyOf(each, small));
  const copy: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) copy[key] = copyOf(each, small);
  return copy;
}
