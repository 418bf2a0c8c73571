/** Thrown where the quick reader stops and the full one takes over. */
export class HandOver extends Error {}

/** Stops the quick reader. */
export function handOver(): never {
  throw new HandOver();
}

const ESCAPES: Record<string, string> = { '"': '"', '\\': '\\', '/': '/', n: '\n', t: '\t' };
const NEWLINE = 0x0a;
const SPACE = 0x20;
const DOUBLE = 0x22;
const HASH = 0x23;
const SINGLE = 0x27;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** Reads quoted scalars on one line; keeps where the last one ended. */
export class QuotedReader {
  readonly #text: string;
  /** The offset after the last scalar. */
  end = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text of the scalar that opens at an offset. */
  read(at: number): string {
    return this.#text.charCodeAt(at) === DOUBLE ? this.#double(at) : this.#single(at);
  }

  #double(at: number): string {
    const text = this.#text;
    let value = '';
    let from = at + 1;
    for (let i = from; i < text.length; i += 1) {
      const c = text.charCodeAt(i);
      if (c === NEWLINE) break;
      if (c === DOUBLE) {
        this.end = i + 1;
        return value + text.slice(from, i);
      }
      if (c !== BACKSLASH) continue;
      const escaped = ESCAPES[text[i + 1] ?? ''];
      if (escaped === undefined) break;
      value += text.slice(from, i) + escaped;
      i += 1;
      from = i + 1;
    }
    throw new HandOver();
  }

  #single(at: number): string {
    const text = this.#text;
    for (let i = at + 1; i < text.length; i += 1) {
      const c = text.charCodeAt(i);
      if (c === NEWLINE) break;
      if (c !== SINGLE) continue;
      if (text.charCodeAt(i + 1) !== SINGLE) {
        this.end = i + 1;
        return text.slice(at + 1, i).replaceAll("''", "'");
      }
      i += 1;
    }
    throw new HandOver();
  }
}

/** By code: 1 a plain scalar cannot begin with it, 2 only when no space follows. */
const STARTS = new Uint8Array(128);
for (const c of '[]{}#&*!|>\'"%@`,') STARTS[c.charCodeAt(0)] = 1;
for (const c of '-?:') STARTS[c.charCodeAt(0)] = 2;

/** Throws unless a plain scalar may begin at `at`. */
export function expectPlainStart(text: string, at: number): void {
  // Past the end this is NaN, which is no code in the table.
  const start = STARTS[text.charCodeAt(at)] ?? 0;
  if (start === 0) return;
  const next = text.charCodeAt(at + 1);
  if (start === 1 || next === SPACE || next === NEWLINE || Number.isNaN(next)) handOver();
}

/**
 * The end of a plain scalar on one line of a block, before trailing blanks or a comment. Throws
 * when the line holds a second “: ”.
 */
export function plainEnd(text: string, at: number, lineEnd: number): number {
  let end = lineEnd;
  for (let i = at; i < lineEnd; i += 1) {
    const c = text.charCodeAt(i);
    if (c > COLON) continue;
    if (c === COLON && (i + 1 === lineEnd || text.charCodeAt(i + 1) === SPACE)) handOver();
    if (c === HASH && text.charCodeAt(i - 1) === SPACE) {
      end = i;
      break;
    }
  }
  while (end > at && text.charCodeAt(end - 1) === SPACE) end -= 1;
  return end;
}

/** The lines of a block scalar as one text: `|` keeps line breaks, `>` folds them. */
export function joinBlock(lines: readonly string[], folded: boolean, strip: boolean): string {
  let count = lines.length;
  while (count > 0 && lines[count - 1] === '') count -= 1;
  if (count === 0) throw new HandOver();
  const kept = lines.slice(0, count);
  const body = folded ? fold(kept) : kept.join('\n');
  return strip ? body : `${body}\n`;
}

function fold(lines: readonly string[]): string {
  let text = '';
  let breaks = 0;
  for (const line of lines) {
    if (/^[ ]/.test(line)) throw new HandOver();
    if (line === '') {
      breaks += 1;
      continue;
    }
    text += text === '' ? '\n'.repeat(breaks) : breaks === 0 ? ' ' : '\n'.repeat(breaks);
    text += line;
    breaks = 0;
  }
  return text;
}
