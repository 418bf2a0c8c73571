import type { Place } from './convert.ts';

/** Numbers noted of each value: where its key and itself begin and end, and which one comes after. */
const NUMBERS = 5;
const KEY_START = 0;
const KEY_END = 1;
const START = 2;
const END = 3;
const NEXT = 4;

/** What a value without a key has for the places of one. */
const NO_KEY = -1;

/**
 * Where the values of a text stand, as `convert` tells it of a tree: noted while the text is read,
 * in the order in which values begin, each with the number of the one after all that is in it.
 */
export class Places {
  #numbers = new Int32Array(512 * NUMBERS);
  /** The text of a scalar; undefined for a map or a list. */
  readonly #texts: (string | undefined)[] = [];
  /** The canonical name of a key, and the author's word for it; undefined in a list. */
  readonly #names: (string | undefined)[] = [];
  readonly #words: (string | undefined)[] = [];
  /** Maps and lists that have begun and not ended. */
  readonly #open: number[] = [];
  #size = 0;
  /** The key that the next value stands at. */
  #name: string | undefined;
  #word: string | undefined;
  #keyStart = NO_KEY;
  #keyEnd = NO_KEY;

  /** Forgets all, for the next text. */
  clear(): void {
    this.#size = 0;
    this.#open.length = 0;
    this.#name = undefined;
  }

  /** The key of the value that comes next. */
  key(name: string, word: string, start: number, end: number): void {
    this.#name = name;
    this.#word = word;
    this.#keyStart = start;
    this.#keyEnd = end;
  }

  scalar(text: string, start: number, end: number): void {
    this.#begin(text, start, end);
  }

  /** A map or a list begins. */
  open(start: number): void {
    this.#open.push(this.#size);
    this.#begin(undefined, start, start);
  }

  /** The map or list that began last ends. */
  close(end: number): void {
    const at = (this.#open.pop() ?? 0) * NUMBERS;
    this.#numbers[at + END] = end;
    this.#numbers[at + NEXT] = this.#size;
  }

  #begin(text: string | undefined, start: number, end: number): void {
    const number = this.#size;
    const at = number * NUMBERS;
    if (at === this.#numbers.length) this.#grow();
    const numbers = this.#numbers;
    const keyed = this.#name !== undefined;
    numbers[at + KEY_START] = keyed ? this.#keyStart : NO_KEY;
    numbers[at + KEY_END] = keyed ? this.#keyEnd : NO_KEY;
    numbers[at + START] = start;
    numbers[at + END] = end;
    numbers[at + NEXT] = number + 1;
    this.#texts[number] = text;
    this.#names[number] = this.#name;
    this.#words[number] = keyed ? this.#word : undefined;
    this.#name = undefined;
    this.#size = number + 1;
  }

  #grow(): void {
    const grown = new Int32Array(this.#numbers.length * 2);
    grown.set(this.#numbers);
    this.#numbers = grown;
  }

  /** The author's words for keys, of all values. */
  words(): string[] {
    return this.#words.slice(0, this.#size).filter((word) => word !== undefined);
  }

  /**
   * The innermost value on the way to a JSON pointer, and the pointer to it; the whole value itself
   * has no place.
   */
  nearest(pointer: string): readonly [pointer: string, place: Place | undefined] {
    let at = 0;
    let end = 0;
    while (end < pointer.length) {
      const next = pointer.indexOf('/', end + 1);
      const stop = next === -1 ? pointer.length : next;
      const inner = this.#step(at, pointer.slice(end + 1, stop));
      if (inner === undefined) break;
      at = inner;
      end = stop;
    }
    return [pointer.slice(0, end), at === 0 ? undefined : this.#placeOf(at)];
  }

  /** The value within another one at a step of a pointer. */
  #step(within: number, step: string): number | undefined {
    const stop = this.#number(within, NEXT);
    let at = within + 1;
    if (at === stop) return undefined;
    if (this.#names[at] !== undefined) {
      const name = step.includes('~') ? step.replaceAll('~1', '/').replaceAll('~0', '~') : step;
      while (at < stop && this.#names[at] !== name) at = this.#number(at, NEXT);
    } else {
      if (!/^(0|[1-9]\d*)$/.test(step)) return undefined;
      for (let left = Number(step); left > 0 && at < stop; left -= 1) at = this.#number(at, NEXT);
    }
    return at < stop ? at : undefined;
  }

  #placeOf(at: number): Place {
    const text = this.#texts[at];
    const word = this.#words[at];
    return {
      value: [this.#number(at, START), this.#number(at, END)],
      ...(word === undefined
        ? {}
        : { key: [this.#number(at, KEY_START), this.#number(at, KEY_END)], word }),
      ...(text === undefined ? {} : { text }),
    };
  }

  #number(at: number, which: number): number {
    return this.#numbers[at * NUMBERS + which] ?? 0;
  }
}
