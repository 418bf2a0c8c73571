import { FactStrings } from './fact-strings.ts';
import { FactTable } from './fact-table.ts';

/** Numbers at the head: how many rows, numbers in them, and strings. */
const HEAD = 3;
/** A longer text can not be one string. */
const MOST_TEXT = 400_000_000;

/**
 * A table as bytes in parts, without strings that no row has; undefined when it is too long. Head,
 * where each row begins, the rows' numbers, where each string ends, all strings as UTF-16.
 */
export function packFacts({ rows: { starts, numbers, strings } }: FactTable): Buffer[] | undefined {
  const places = new Map<number, number>();
  const texts: string[] = [];
  const ends: number[] = [];
  let end = 0;
  const placeOf = (number: number): number => {
    let place = places.get(number);
    if (place === undefined) {
      const text = strings.at(number);
      place = texts.push(text) - 1;
      places.set(number, place);
      end += text.length;
      ends.push(end);
    }
    return place;
  };
  const packed = Uint32Array.from(numbers);
  for (let at = 0; at < packed.length; ) {
    const last = at + (packed[at] ?? 0);
    for (at += 1; at <= last; at += 1) packed[at] = placeOf(packed[at] ?? 0);
  }
  if (end > MOST_TEXT) return undefined;
  const head = Uint32Array.of(starts.length, packed.length, texts.length);
  const parts = [head, Uint32Array.from(starts), packed, Uint32Array.from(ends)];
  const bytes = parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  return [...bytes, ...encoded(texts)];
}

/** Texts encoded at a time: put together, all of them would be there three times. */
const PORTION = 20_000;

function* encoded(texts: readonly string[]): Iterable<Buffer> {
  for (let at = 0; at < texts.length; at += PORTION) {
    yield Buffer.from(texts.slice(at, at + PORTION).join(''), 'utf16le');
  }
}

/** The table of bytes that `packFacts` gave, for the same names and the paths of its rows. */
export function unpackFacts(
  bytes: Uint8Array,
  names: readonly string[],
  paths: readonly string[],
): FactTable {
  // Numbers are read where they are, which has to be a multiple of their width.
  const { buffer, byteOffset, length } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const part = (from: number, length: number): Uint32Array =>
    new Uint32Array(buffer, byteOffset + from * 4, length);
  const [rows = 0, count = 0, strings = 0] = part(0, HEAD);
  const starts = part(HEAD, rows);
  const numbers = part(HEAD + rows, count);
  const ends = part(HEAD + rows + count, strings);
  const end = (HEAD + rows + count + strings) * 4;
  const text = Buffer.from(buffer, byteOffset + end, length - end).toString('utf16le');
  const rowsOf = { starts: [...starts], numbers, strings: new FactStrings(text, ends) };
  return FactTable.fromRows(names, paths, rowsOf);
}
