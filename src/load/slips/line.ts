import { markerAt } from '../../text/list-markers.ts';
import type { Edit } from './slip.ts';

/** A line of a file as people write it, mistakes included; offsets are of the whole text. */
export interface Line {
  readonly start: number;
  /** After its last character that is no blank. */
  readonly end: number;
  /** Blanks of any kind before its first character. */
  readonly lead: string;
  /** The offset of that character. */
  readonly at: number;
  /** From there to the end. */
  readonly body: string;
}

/** A key as it stands in a line, with what separates it from its value. */
export interface WrittenKey {
  readonly word: string;
  /** Characters of the line's body up to the end of the separator, blanks included. */
  readonly length: number;
  /** Colon and the blanks around it, as written. */
  readonly separator: string;
}

/** All lines of a text that hold something. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const stop = newline === -1 ? text.length : newline;
    const whole = text.slice(start, stop);
    const lead = /^\s*/.exec(whole)?.[0] ?? '';
    const end = start + whole.trimEnd().length;
    if (lead.length < whole.length) {
      lines.push({
        start,
        end,
        lead,
        at: start + lead.length,
        body: text.slice(start + lead.length, end),
      });
    }
    start = stop + 1;
  }
  return lines;
}

/** What stands for a colon after a key: those of Chinese input, and signs that look like one. */
const COLONS = ':：﹕︰∶';
const KEY = new RegExp(
  `^(?:"([^"\\s]+)"|'([^'\\s]+)'|([^\\s${COLONS}#"'\\[\\]{},]+))(\\s*[${COLONS}][^\\S\\n]*)`,
);

/** The key at the head of a text, whatever separates it from its value; undefined without one. */
export function keyAt(body: string): WrittenKey | undefined {
  const match = KEY.exec(body);
  if (match === null) return undefined;
  const [whole, double, single, plain, separator = ''] = match;
  const word = double ?? single ?? plain ?? '';
  return { word, length: whole.length, separator };
}

/** Whether YAML reads a separator as one, given what comes after it. */
export function isSound(separator: string, rest: string): boolean {
  return /^ *:$/.test(separator) ? rest === '' : /^ *: [ ]*$/.test(separator);
}

/** A mark before an entry of a list. */
export interface WrittenMark {
  /** Characters taken, blanks after it included. */
  readonly length: number;
  readonly text: string;
  readonly isDash: boolean;
}

const DASH = /^-(?: +|$)/;
/** Dashes and bullets of Word, and a dash that touches its text. */
const BULLETS = /^(?:[–—−－‐‑•·●○◦▪■□◆◇➢➤★☆]+|[*＊](?=\s)|-(?=[^\s\-\d.]|[^\S ]))\s*/;

/** The mark at the head of a text; numbers and bullets too. */
export function markAt(body: string): WrittenMark | undefined {
  const dash = DASH.exec(body)?.[0];
  if (dash !== undefined) return { length: dash.length, text: '-', isDash: true };
  const bullet = BULLETS.exec(body)?.[0] ?? '';
  const length = bullet.length > 0 ? bullet.length : (markerAt(body)?.length ?? 0);
  if (length === 0 || length >= body.length) return undefined;
  return { length, text: body.slice(0, length).trim(), isDash: false };
}

/** A line taken apart: mark, key and value. */
export interface Parts {
  readonly mark: WrittenMark | undefined;
  readonly key: WrittenKey | undefined;
  /** Offset of what follows the mark, and of the value. */
  readonly entryAt: number;
  readonly valueAt: number;
}

/** What puts a line to an indent. */
export function leadEdit(line: Line, indent: number): Edit {
  return { start: line.start, end: line.at, text: ' '.repeat(indent) };
}
