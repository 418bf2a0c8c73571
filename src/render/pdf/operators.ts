/** Longest text that is copied letter by letter, which is quicker than asking for it. */
const SHORT = 40;

/** Hundredths from which on a number is written by way of text. */
const MOST = 1e9;
const [ZERO, MINUS, POINT] = [0x30, 0x2d, 0x2e];

const DIGITS = Buffer.from('0123456789abcdef', 'latin1');

/** Syntax as it is written, in bytes: most of a document goes through here. */
export class Operators {
  #bytes: Buffer;
  #length = 0;

  /** Empty, with room for about so many bytes. */
  constructor(room = 1 << 14) {
    this.#bytes = Buffer.allocUnsafe(room);
  }

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

  /** Adds a number, to a hundredth, and what stands after it. */
  number(value: number, after: string): void {
    const hundredths = Math.round(value * 100);
    const size = Math.abs(hundredths);
    if (!(size < MOST)) {
      this.add(`${hundredths / 100}${after}`);
      return;
    }
    this.#room(16);
    if (hundredths < 0) this.#byte(MINUS);
    const rest = size % 100;
    this.#whole((size - rest) / 100);
    if (rest > 0) {
      const ones = rest % 10;
      this.#byte(POINT);
      this.#byte(ZERO + (rest - ones) / 10);
      if (ones > 0) this.#byte(ZERO + ones);
    }
    this.add(after);
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

  #byte(value: number): void {
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  #whole(value: number): void {
    let divisor = 1;
    while (divisor * 10 <= value) divisor *= 10;
    for (let rest = value; divisor >= 1; divisor /= 10) {
      const digit = Math.floor(rest / divisor);
      this.#byte(ZERO + digit);
      rest -= digit * divisor;
    }
  }

  #room(count: number): void {
    if (this.#length + count <= this.#bytes.length) return;
    const longer = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + count));
    this.#bytes.copy(longer, 0, 0, this.#length);
    this.#bytes = longer;
  }
}
