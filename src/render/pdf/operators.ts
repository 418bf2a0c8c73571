const digits: string[] = [];

/** A page's content stream as it is written: operators and their operands. */
export class Operators {
  #text = '';

  /** Letters added since they were last taken. */
  get length(): number {
    return this.#text.length;
  }

  /** Adds syntax in Latin letters. */
  add(text: string): void {
    this.#text += text;
  }

  /** Adds a number, to a hundredth, and what stands after it. */
  number(value: number, after: string): void {
    this.#text += operand(value) + after;
  }

  /** Adds a glyph's number, below 65,536, as four hexadecimal digits. */
  hex(value: number): void {
    this.#text += hex(value);
  }

  /** Gives what was added since the last time and forgets it. */
  take(): Uint8Array {
    const taken = Buffer.from(this.#text, 'latin1');
    this.#text = '';
    return taken;
  }
}

/** A number below 65,536 as four hexadecimal digits. */
export function hex(value: number): string {
  const known = digits[value] ?? (0x10000 + value).toString(16).slice(1);
  digits[value] = known;
  return known;
}

/** A number as PDF wants it, to a hundredth of a pt. */
export function operand(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A circle as a path of four curves, its centre at (x, y). */
export function circlePath(x: number, y: number, radius: number): string {
  const [r, k] = [radius, radius * CONTROL];
  const curves = [
    [x + r, y + k, x + k, y + r, x, y + r],
    [x - k, y + r, x - r, y + k, x - r, y],
    [x - r, y - k, x - k, y - r, x, y - r],
    [x + k, y - r, x + r, y - k, x + r, y],
  ].map((points) => `${points.map(operand).join(' ')} c`);
  return `${operand(x + r)} ${operand(y)} m ${curves.join(' ')}`;
}

/** How far from its end the control point of a quarter circle stands, in radii. */
const CONTROL = 0.5523;
