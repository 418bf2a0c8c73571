import { foldAfter, foldTable } from './script.ts';

const PAIRS = 1 << 16;
const SINGLE = 2;
const PAIR = 1;
const ZERO = '0'.charCodeAt(0);

/** Where a pair of characters is noted; pairs may share a place, so it only rules out. */
function pairPlace(first: number, second: number): number {
  return (Math.imul(first, 0x9e37) ^ second) & (PAIRS - 1);
}

/** A number for each pair of characters. */
function exactPair(first: number, second: number): number {
  return first * PAIRS + second;
}

/** Stands for three digits in a row among the words of a trigger. */
export const THREE_DIGITS = '###';

/**
 * Tells in one pass over a text which of several searches can find something once it is folded.
 * Each search names folded words of one or two characters; every text in which it finds something
 * has one of them.
 */
export class Triggers {
  /** By character: whether it is a word itself (2), or may begin one (1). */
  readonly #firsts = new Uint8Array(0x10000);
  readonly #singles = new Map<number, number>();
  readonly #pairs = new Uint32Array(PAIRS);
  /** The same without pairs that only share a place with another. */
  readonly #exactly = new Map<number, number>();
  #digits = 0;
  #count = 0;
  #all = 0;

  /** Adds a search; gives its bit in the answers. At most 31 searches. */
  add(words: readonly string[]): number {
    const bit = 1 << this.#count;
    this.#count += 1;
    this.#all |= bit;
    for (const word of words) {
      const first = word.charCodeAt(0);
      if (word === THREE_DIGITS) this.#digits |= bit;
      else if (word.length === 1) {
        this.#firsts[first] = (this.#firsts[first] ?? 0) | SINGLE;
        this.#singles.set(first, (this.#singles.get(first) ?? 0) | bit);
      } else {
        const place = pairPlace(first, word.charCodeAt(1));
        this.#firsts[first] = (this.#firsts[first] ?? 0) | PAIR;
        this.#pairs[place] = (this.#pairs[place] ?? 0) | bit;
        const pair = exactPair(first, word.charCodeAt(1));
        this.#exactly.set(pair, (this.#exactly.get(pair) ?? 0) | bit);
      }
    }
    return bit;
  }

  /** The bits of all searches that can find something in a text, which need not be folded. */
  in(text: string): number {
    const firsts = this.#firsts;
    const fold = foldTable();
    const all = this.#all;
    let bits = 0;
    let run = 0;
    let next = text === '' ? 0 : (fold[text.charCodeAt(0)] ?? 0);
    for (let at = 1; at <= text.length; at += 1) {
      const code = next;
      // To look beyond the end makes the engine throw away what it has compiled.
      next = at < text.length ? foldAfter(code, fold[text.charCodeAt(at)] ?? 0) : 0;
      run = (code - ZERO) >>> 0 < 10 ? run + 1 : 0;
      if (run === 3) bits |= this.#digits;
      const first = firsts[code] ?? 0;
      if (first === 0) continue;
      if ((first & SINGLE) !== 0) bits |= this.#singles.get(code) ?? 0;
      if ((first & PAIR) !== 0 && this.#pairs[pairPlace(code, next)] !== 0) {
        bits |= this.#exactly.get(exactPair(code, next)) ?? 0;
      }
      if (bits === all) return bits;
    }
    return bits;
  }
}
