/** A place in a text: lines and columns from 1, columns in characters, the end exclusive. */
export interface TextSpan {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Turns offsets (UTF-16 units) of one text into lines and columns. */
export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
      this.#starts.push(at + 1);
    }
  }

  /** The span of offsets [start, end). */
  span(start: number, end: number): TextSpan {
    const from = this.#position(start);
    const to = this.#position(Math.max(start, end));
    return { line: from[0], column: from[1], endLine: to[0], endColumn: to[1] };
  }

  /** The line (from 1) in which an offset lies. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** The text of a line (from 1), without its line end. */
  line(number: number): string {
    const start = this.#starts[number - 1] ?? this.#text.length;
    const end = this.#starts[number] ?? this.#text.length + 1;
    return this.#text.slice(start, end - 1).replace(/\r$/, '');
  }

  /** The offset of a line and column (from 1, in characters). */
  offset(line: number, column: number): number {
    const start = this.#starts[line - 1] ?? this.#text.length;
    const before = [...this.#text.slice(start, start + 2 * column)].slice(0, column - 1);
    return start + before.join('').length;
  }

  get count(): number {
    return this.#starts.length;
  }

  #position(offset: number): [number, number] {
    const line = this.lineAt(offset);
    const start = this.#starts[line - 1] ?? 0;
    return [line, countCharacters(this.#text, start, offset) + 1];
  }
}

function countCharacters(text: string, start: number, end: number): number {
  const stop = Math.min(end, text.length);
  let count = 0;
  for (let at = start; at < stop; at += 1) {
    const code = text.charCodeAt(at);
    const isPair = code >= 0xd800 && code < 0xdc00 && at + 1 < stop;
    if (isPair && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) at += 1;
    count += 1;
  }
  return count;
}
