/** Thrown where the quick reader stops and the full one takes over. */
export class HandOver extends Error {}

const ESCAPES: Record<string, string> = { '"': '"', '\\': '\\', '/': '/', n: '\n', t: '\t' };

/** A quoted scalar on one line beginning at `at`; gives its text and the offset after it. */
export function readQuoted(text: string, at: number): { value: string; end: number } {
  return text[at] === '"' ? readDouble(text, at) : readSingle(text, at);
}

function readDouble(text: string, at: number): { value: string; end: number } {
  let value = '';
  let from = at + 1;
  for (let i = from; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c === 0x0a) break;
    if (c === 0x22) return { value: value + text.slice(from, i), end: i + 1 };
    if (c !== 0x5c) continue;
    const escaped = ESCAPES[text[i + 1] ?? ''];
    if (escaped === undefined) break;
    value += text.slice(from, i) + escaped;
    i += 1;
    from = i + 1;
  }
  throw new HandOver();
}

function readSingle(text: string, at: number): { value: string; end: number } {
  let i = at + 1;
  for (; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c === 0x0a) break;
    if (c !== 0x27) continue;
    if (text.charCodeAt(i + 1) !== 0x27) {
      return { value: text.slice(at + 1, i).replaceAll("''", "'"), end: i + 1 };
    }
    i += 1;
  }
  throw new HandOver();
}

/** Characters that a plain scalar can't begin with here; `-`, `?`, `:` only before a space. */
const INDICATORS = new Set('[]{}#&*!|>\'"%@`,');

/** Throws unless a plain scalar may begin at `at`. */
export function expectPlainStart(text: string, at: number): void {
  const c = text[at] ?? '';
  const next = text[at + 1] ?? '\n';
  if (INDICATORS.has(c)) throw new HandOver();
  if ((c === '-' || c === '?' || c === ':') && (next === ' ' || next === '\n'))
    throw new HandOver();
}

/**
 * The end of a plain scalar on one line of a block, before trailing blanks or a comment. Throws
 * when the line holds a second “: ”.
 */
export function plainEnd(text: string, at: number, lineEnd: number): number {
  let end = lineEnd;
  for (let i = at; i < lineEnd; i += 1) {
    const c = text.charCodeAt(i);
    if (c === 0x3a && (i + 1 === lineEnd || text.charCodeAt(i + 1) === 0x20)) throw new HandOver();
    if (c === 0x23 && text.charCodeAt(i - 1) === 0x20) {
      end = i;
      break;
    }
  }
  while (end > at && text.charCodeAt(end - 1) === 0x20) end -= 1;
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
