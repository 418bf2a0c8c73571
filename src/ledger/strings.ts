import { ownCopy } from '../text/remember.ts';

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
