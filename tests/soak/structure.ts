import { parse, stringify } from 'yaml';
import type { Random } from '../bench/random.ts';
import { hostileWord } from './words.ts';

type Holder = Record<string, unknown>;

/** A YAML file with values of other kinds, sizes and names; as it is where it cannot be read. */
export function spoilStructure(text: string, random: Random): string {
  if (random.chance(0.15)) return spoilText(text, random);
  try {
    const value: unknown = parse(text, { schema: 'failsafe' });
    for (let count = 1 + random.below(4); count > 0; count -= 1) spoilPlace(value, random);
    return stringify(value, { lineWidth: 0 });
  } catch {
    return text;
  }
}

/** Every map and list in a value. */
function holdersIn(value: unknown): Holder[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Holder, ...Object.values(value).flatMap(holdersIn)];
}

function spoilPlace(value: unknown, random: Random): void {
  const holders = holdersIn(value).filter((each) => Object.keys(each).length > 0);
  if (holders.length === 0) return;
  const holder = random.pick(holders);
  const key = random.pick(Object.keys(holder));
  if (random.chance(0.15)) delete holder[key];
  else if (random.chance(0.1)) set(holder, hostileWord(random), holder[key]);
  else set(holder, key, wrongValue(holder[key], random));
}

/** Also `__proto__` becomes a key and no more. */
function set(holder: Holder, key: string, value: unknown): void {
  const property = { value, enumerable: true, configurable: true, writable: true };
  if (Array.isArray(holder)) holder.push(value);
  else Object.defineProperty(holder, key, property);
}

function wrongValue(old: unknown, random: Random): unknown {
  const word = hostileWord(random);
  switch (random.below(9)) {
    case 0:
      return nested(random.pick([3, 40, 2000]), word);
    case 1:
      return Array.from(
        { length: random.pick([0, 1, 500]) },
        (_, at) => `${word.slice(0, 9)}${at}`,
      );
    case 2:
      return Object.fromEntries(
        Array.from({ length: random.pick([1, 30, 3000]) }, (_, at) => [`k${at}`, at]),
      );
    case 3:
      return Array.isArray(old) ? Array.from({ length: 30 }, () => old).flat() : [old];
    case 4:
      return typeof old === 'string' ? old + word : null;
    default:
      return word;
  }
}

function nested(depth: number, word: string): unknown {
  let value: unknown = word;
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? [value] : { a: value };
  return value;
}

const PIECES = ['&a ', '*a', '!!binary x', '? ', '---\n', '|\n', '{', '[', '"', '\t', '<<: *a\n'];

function spoilText(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  if (random.chance(0.1)) return text.slice(0, at) + '['.repeat(20_000);
  if (random.chance(0.1)) return `${text}\n${'x: 1\n'.repeat(5000)}`;
  return text.slice(0, at) + random.pick(PIECES) + text.slice(at);
}
