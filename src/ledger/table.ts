import { ownCopy } from '../text/remember.ts';

/** Lists of texts, as many in each row. */
export type Lists = readonly (readonly string[])[];

/** A list of a row, read where it lies. */
export interface TextList {
  /** How many texts there are. */
  readonly count: number;
  /** A text by its place; blank where there is none. */
  at(place: number): string;
  /** The number of a text: texts with one number are the same. */
  numberAt(place: number): number;
}

/** Numbers at the head of what is packed: rows, numbers in them, and strings. */
const HEAD = 3;
/** A longer text cannot be one string. */
const MOST_TEXT = 400_000_000;

/**
 * Rows of lists of texts: some bytes a row and each text once, so that those of a hundred thousand
 * items can be held.
 */
export class Table {
  /** How many lists a row has. */
  readonly width: number;
  #strings = new Strings();
  readonly #starts: number[] = [];
  #numbers = new Uint32Array(1024);
  #end = 0;

  constructor(width = 1) {
    this.width = width;
  }

  /** How many rows there are. */
  get size(): number {
    return this.#starts.length;
  }

  /** Adds a row and says which it is. */
  add(lists: Lists): number {
    this.#starts.push(this.#end);
    for (const list of lists) {
      this.#reserve(list.length + 1);
      this.#numbers[this.#end] = list.length;
      this.#end += 1;
      for (const text of list) {
        this.#numbers[this.#end] = this.#strings.numberOf(text);
        this.#end += 1;
      }
    }
    return this.size - 1;
  }

  /** One of the lists of a row. */
  list(row: number, which = 0): TextList {
    let at = this.#starts[row] ?? 0;
    for (let skipped = 0; skipped < which; skipped += 1) at += 1 + (this.#numbers[at] ?? 0);
    return new PlacedList(this.#strings, this.#numbers, at + 1, this.#numbers[at] ?? 0);
  }

  /** All lists of a row. */
  lists(row: number): Lists {
    return Array.from({ length: this.width }, (_, which) => textsOf(this.list(row, which)));
  }

  /**
   * Some rows as bytes in parts, without strings that none of them has; undefined when it is too
   * much. Head, where each row begins, the rows' numbers, where each string ends, all strings as
   * UTF-16.
   */
  pack(rows: Iterable<number>): Buffer[] | undefined {
    const starts: number[] = [];
    const numbers = new Table(this.width);
    const places = new Map<number, number>();
    const texts: string[] = [];
    const ends: number[] = [];
    for (const row of rows) {
      starts.push(numbers.#end);
      numbers.#copy(this, row, (number) => {
        let place = places.get(number);
        if (place === undefined) {
          place = texts.push(this.#strings.at(number)) - 1;
          places.set(number, place);
          ends.push((ends.at(-1) ?? 0) + (texts[place]?.length ?? 0));
        }
        return place;
      });
    }
    if ((ends.at(-1) ?? 0) > MOST_TEXT) return undefined;
    const head = Uint32Array.of(starts.length, numbers.#end, texts.length);
    const lists = [Uint32Array.from(starts), numbers.#numbers.subarray(0, numbers.#end)];
    const parts = [head, ...lists, Uint32Array.from(ends)];
    const bytes = parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    return [...bytes, ...encoded(texts)];
  }

  /** Adds the rows that `pack` gave. */
  addPacked(bytes: Uint8Array): void {
    const packed = unpacked(bytes);
    const { starts, numbers, strings } = packed;
    if (this.size === 0) {
      this.#strings = strings;
      for (const start of starts) this.#starts.push(start);
      this.#numbers = numbers;
      this.#end = numbers.length;
      return;
    }
    const other = new Table(this.width);
    other.#numbers = numbers;
    other.#end = numbers.length;
    for (const start of starts) other.#starts.push(start);
    for (let row = 0; row < other.size; row += 1) {
      this.#starts.push(this.#end);
      this.#copy(other, row, (number) => this.#strings.numberOf(strings.at(number)));
    }
  }

  #copy(from: Table, row: number, numberOf: (number: number) => number): void {
    const start = from.#starts[row] ?? 0;
    const end = from.#starts[row + 1] ?? from.#end;
    this.#reserve(end - start);
    for (let at = start; at < end; ) {
      const count = from.#numbers[at] ?? 0;
      this.#numbers[this.#end] = count;
      this.#end += 1;
      for (const last = at + count; at < last; ) {
        at += 1;
        this.#numbers[this.#end] = numberOf(from.#numbers[at] ?? 0);
        this.#end += 1;
      }
      at += 1;
    }
  }

  #reserve(more: number): void {
    const least = this.#end + more;
    if (least <= this.#numbers.length) return;
    const longer = new Uint32Array(Math.max(1024, this.#numbers.length * 2, least));
    longer.set(this.#numbers);
    this.#numbers = longer;
  }
}

/** A list as it is held. */
export function textsOf(list: TextList): string[] {
  const texts: string[] = [];
  for (let place = 0; place < list.count; place += 1) texts.push(list.at(place));
  return texts;
}

/** Texts encoded at a time: put together, all of them would be there three times. */
const PORTION = 20_000;

function* encoded(texts: readonly string[]): Iterable<Buffer> {
  for (let at = 0; at < texts.length; at += PORTION) {
    yield Buffer.from(texts.slice(at, at + PORTION).join(''), 'utf16le');
  }
}

function unpacked(bytes: Uint8Array) {
  // Numbers are read where they are, which has to be a multiple of their width.
  const { buffer, byteOffset, length } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  const part = (from: number, count: number) =>
    // Read from the disk, so no other thread has it.
    new Uint32Array(buffer as ArrayBuffer, byteOffset + from * 4, count);
  const [rows = 0, count = 0, strings = 0] = part(0, HEAD);
  const starts = part(HEAD, rows);
  const numbers = part(HEAD + rows, count);
  const ends = part(HEAD + rows + count, strings);
  const end = (HEAD + rows + count + strings) * 4;
  const text = Buffer.from(buffer, byteOffset + end, length - end).toString('utf16le');
  return { starts, numbers, strings: new Strings(text, ends) };
}

class PlacedList implements TextList {
  readonly count: number;
  readonly #strings: Strings;
  readonly #numbers: Uint32Array;
  readonly #start: number;

  constructor(strings: Strings, numbers: Uint32Array, start: number, count: number) {
    this.count = count;
    this.#strings = strings;
    this.#numbers = numbers;
    this.#start = start;
  }

  at(place: number): string {
    return place < this.count ? this.#strings.at(this.numberAt(place)) : '';
  }

  numberAt(place: number): number {
    return this.#numbers[this.#start + place] ?? 0;
  }
}

/** Strings by number, each kept once; those of an earlier run stay packed until asked for. */
export class Strings {
  readonly #packed: string;
  readonly #ends: Uint32Array;
  readonly #unpacked: (string | undefined)[] = [];
  readonly #added: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** Starts with strings that stand one after the other in `packed`; `ends` says where each ends. */
  constructor(packed = '', ends: Uint32Array = new Uint32Array(0)) {
    this.#packed = packed;
    this.#ends = ends;
  }

  /** The number of a string; packed ones are not looked through, so it may get a second one. */
  numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#ends.length + this.#added.length;
      const own = ownCopy(text);
      this.#numbers.set(own, number);
      this.#added.push(own);
    }
    return number;
  }

  /** The string of a number: the same object each time. */
  at(number: number): string {
    if (number >= this.#ends.length) return this.#added[number - this.#ends.length] ?? '';
    let text = this.#unpacked[number];
    if (text === undefined) {
      const start = number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
      text = this.#packed.slice(start, this.#ends[number]);
      this.#unpacked[number] = text;
    }
    return text;
  }
}
