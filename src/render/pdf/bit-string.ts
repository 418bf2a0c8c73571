/** Whether this machine writes the lowest byte of a word first, as deflate wants them. */
const LITTLE = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Bits from the lowest of the first word on, as deflate wants them. */
export class BitString {
  /** Number of bits. */
  length = 0;
  #words: Uint32Array;

  /** An empty string with room for about `room` bits. */
  constructor(room = 2048) {
    this.#words = new Uint32Array((room >>> 5) + 2);
  }

  /** Adds the lowest `count` bits of a value, at most 32. */
  add(value: number, count: number): void {
    const at = this.#room(count);
    const shift = this.length & 31;
    const words = this.#words;
    words[at] = (words[at] ?? 0) | (value << shift);
    if (shift + count > 32) words[at + 1] = value >>> (32 - shift);
    this.length += count;
  }

  /** Adds all bits of another string. */
  append(other: BitString): void {
    const at = this.#room(other.length);
    const shift = this.length & 31;
    const [words, added] = [this.#words, other.#words];
    const count = (other.length + 31) >>> 5;
    if (shift === 0) words.set(added.subarray(0, count), at);
    else {
      let carried = words[at] ?? 0;
      for (let index = 0; index < count; index += 1) {
        const word = added[index] ?? 0;
        words[at + index] = carried | (word << shift);
        carried = word >>> (32 - shift);
      }
      words[at + count] = carried;
    }
    this.length += other.length;
  }

  /** The bits as bytes, the last one filled up with zeros; good until the next bit is added. */
  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#words.buffer, 0, (this.length + 7) >>> 3);
    return LITTLE ? bytes : turnedRound(this.#words).subarray(0, bytes.length);
  }

  /** Makes room for `count` more bits and says in which word they start. */
  #room(count: number): number {
    const needed = ((this.length + count) >>> 5) + 2;
    if (needed > this.#words.length) {
      const words = new Uint32Array(Math.max(needed, this.#words.length * 2));
      words.set(this.#words);
      this.#words = words;
    }
    return this.length >>> 5;
  }
}

/** The words with their lowest byte first, on a machine that has it last. */
function turnedRound(words: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  words.forEach((word, index) => {
    view.setUint32(index * 4, word, true);
  });
  return bytes;
}
