import { say, type Words } from '../model/words.ts';
import { quotable } from '../text/visible.ts';
import { UsageError } from './command.ts';

/**
 * One of the values that an option can have: only those listed, none that every object has. `what`
 * says what they are (这种形式), `owner` whose. Throws UsageError, which lists them.
 */
export function oneOf<T extends string>(
  value: unknown,
  known: readonly T[],
  what: Words,
  owner: Words = say('', ''),
): T {
  const word = String(value).trim();
  const found = known.find((each) => each === word);
  if (found !== undefined) return found;
  throw unknownValue(value, known, what, owner);
}

/** What is said of a value that is none of those known. */
export function unknownValue(
  value: unknown,
  known: readonly string[],
  what: Words,
  owner: Words = say('', ''),
): UsageError {
  return new UsageError(
    say(
      `${owner.zh}没有“${quotable(value)}”${what.zh}，可用：${known.join('、')}`,
      `${owner.en}unknown ${what.en} “${quotable(value)}”: ${known.join(', ')}`,
    ),
  );
}

/** Several of them, parted by commas; at least one. */
export function someOf<T extends string>(
  value: unknown,
  known: readonly T[],
  what: Words,
  owner?: Words,
): T[] {
  const words = String(value).split(/[,，、]/);
  const written = words.map((each) => each.trim()).filter((each) => each !== '');
  return (written.length === 0 ? [''] : written).map((each) => oneOf(each, known, what, owner));
}

/** The keys of a literal, which is all that an object's own names are. */
export function namesOf<T extends object>(registry: T): Extract<keyof T, string>[] {
  // Whoever declares a registry lists its keys.
  return Object.keys(registry) as Extract<keyof T, string>[];
}

/** A whole number written in digits, within its bounds; undefined for anything else. */
export function wholeNumber(value: unknown, least: number, most: number): number | undefined {
  const text = String(value);
  const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

/** A day written YYYY-MM-DD that a calendar has; undefined for anything else. */
export function dayGiven(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  const sound = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return sound ? text : undefined;
}
