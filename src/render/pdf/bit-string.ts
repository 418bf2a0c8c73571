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
      for (let index = 0; index < count; index += 1) {
        const word = added[index] ?? 0;
        words[at + index] = (words[at + index] ?? 0) | (word << shift);
        words[at + index + 1] = word >>> (32 - shift);
      }
    }
    this.length += other.length;
  }

  /** The bits as bytes, the last one filled up with zeros. */
  bytes(): Uint8Array {
    const count = (this.length + 31) >>> 5;
    const bytes = new Uint8Array(count * 4);
    const view = new DataView(bytes.buffer);
    for (let index = 0; index < count; index += 1) {
      view.setUint32(index * 4, this.#words[index] ?? 0, true);
    }
    return bytes.subarray(0, (this.length + 7) >>> 3);
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
