/** Longest text that is copied letter by letter, which is quicker than asking for it. */
const SHORT = 40;

const DIGITS = Buffer.from('0123456789abcdef', 'latin1');

/** Syntax as it is written, in bytes: most of a document goes through here. */
export class Operators {
  #bytes = Buffer.allocUnsafe(1 << 15);
  #length = 0;

  /** Bytes added since the last time they were taken. */
  get length(): number {
    return this.#length;
  }

  /** Adds syntax in Latin letters. */
  add(text: string): void {
    this.#room(text.length);
    if (text.length > SHORT) this.#bytes.write(text, this.#length, 'latin1');
    else {
      for (let at = 0; at < text.length; at += 1) {
        this.#bytes[this.#length + at] = text.charCodeAt(at);
      }
    }
    this.#length += text.length;
  }

  /** Adds a number below 65,536 as four hexadecimal digits. */
  hex(value: number): void {
    this.#room(4);
    const bytes = this.#bytes;
    bytes[this.#length] = DIGITS[value >> 12] ?? 0;
    bytes[this.#length + 1] = DIGITS[(value >> 8) & 15] ?? 0;
    bytes[this.#length + 2] = DIGITS[(value >> 4) & 15] ?? 0;
    bytes[this.#length + 3] = DIGITS[value & 15] ?? 0;
    this.#length += 4;
  }

  /** What was added since the last time, which is forgotten here. */
  take(): Uint8Array {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  #room(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const longer = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + count));
    this.#bytes.copy(longer, 0, 0, this.#length);
    this.#bytes = longer;
  }
}
