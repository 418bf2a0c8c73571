import type { Kind } from '../../model/kinds.ts';
import { widthOfBlanks } from '../../text/blanks.ts';
import {
  type Asked,
  beforeValue,
  quotedLine,
  type ReadValue,
  replacing,
  withoutComment,
} from './asked.ts';
import { flowSlips, scanFlow } from './flow.ts';
import { isSound, keyAt, type Line } from './line.ts';
import { quoteText } from './quote-text.ts';
import type { Slip } from './slip.ts';
import { tellValue } from './tell-slips.ts';
import { listSlip, plainSlip } from './value-plain.ts';

/** So many lines a quote or bracket may stay open before it is taken for never closed. */
const FARTHEST = 200;

/** Reads values as they are written after a key or a dash. */
export class ValueReader {
  readonly #text: string;
  readonly #lines: readonly Line[];
  readonly #kind: Kind;
  readonly #knows: (word: string) => boolean;

  constructor(text: string, lines: readonly Line[], kind: Kind, knows: (word: string) => boolean) {
    this.#text = text;
    this.#lines = lines;
    this.#kind = kind;
    this.#knows = knows;
  }

  read(asked: Asked): ReadValue {
    const value = this.#text.slice(asked.at, asked.line.end);
    const next = asked.index + 1;
    if (/^[|>][-+\d]{0,2}(?:\s+#.*)?$/.test(value)) return { slips: [], how: 'block', next };
    const list = listSlip(asked, value, this.#kind);
    if (list !== undefined) return { slips: [list], how: 'plain', next };
    if (/^["']/.test(value)) return this.#quoted(asked, value);
    if (/^[[{]/.test(value)) return this.#flow(asked, value);
    const slip = plainSlip(asked, value, this.#text, this.#kind);
    return { slips: slip === undefined ? [] : [slip], how: 'plain', next };
  }

  #quoted(asked: Asked, value: string): ReadValue {
    const next = asked.index + 1;
    const quote = value.charAt(0);
    const close = closingQuote(value, quote);
    if (close !== -1) {
      const rest = value.slice(close + 1);
      const ends = /^\s*(?:#.*)?$/.test(rest) || /^\s*:/.test(rest);
      return { slips: ends ? [] : [behindQuote(asked, value)], how: 'quoted', next };
    }
    const stop = Math.min(next + FARTHEST, this.#lines.length);
    for (let index = next; index < stop; index += 1) {
      const line = this.#lines[index];
      if (line === undefined || this.#isKeyLine(line, asked.indent)) break;
      if (closingQuote(`${quote}${line.body}`, quote) !== -1) {
        return { slips: [], how: 'quoted', next: index + 1 };
      }
    }
    return { slips: [unclosed(asked, value, quote)], how: 'quoted', next };
  }

  /** Whether a line begins with a known key that is no deeper than an indent. */
  #isKeyLine({ lead, body, end }: Line, indent: number): boolean {
    if (widthOfBlanks(lead) > indent) return false;
    const mark = /^- +/.exec(body)?.[0].length ?? 0;
    const key = keyAt(body.slice(mark));
    if (key === undefined || !this.#knows(key.word)) return false;
    return isSound(key.separator, body.slice(mark + key.length)) || end === this.#text.length;
  }

  /** The index of the first line that begins after an offset. */
  #lineAfter(index: number, offset: number): number {
    let next = index + 1;
    while ((this.#lines[next]?.start ?? Number.POSITIVE_INFINITY) < offset) next += 1;
    return next;
  }

  /** Where the next line stands that begins with a known key; as far as anybody would look. */
  #nextKey(index: number, indent: number): number {
    const stop = Math.min(index + FARTHEST, this.#lines.length);
    for (let at = index + 1; at < stop; at += 1) {
      const line = this.#lines[at];
      if (line !== undefined && this.#isKeyLine(line, indent)) return line.start;
    }
    return this.#lines[stop]?.start ?? this.#text.length;
  }

  #flow(asked: Asked, value: string): ReadValue {
    const { at, line, index, shape } = asked;
    const flow = scanFlow(this.#text, at, this.#nextKey(index, asked.indent));
    const next = index + 1;
    if (flow.end === -1)
      return { slips: [unclosedBracket(asked, value, flow.open)], how: 'flow', next };
    const rest = this.#text.slice(flow.end, Math.max(flow.end, line.end));
    if (flow.end <= line.end && !/^\s*(?:#.*)?$/.test(rest)) {
      return { slips: [textInBrackets(asked, value)], how: 'flow', next };
    }
    const slips = flowSlips(this.#text, at, flow.end, shape);
    return { slips, how: 'flow', next: this.#lineAfter(index, flow.end) };
  }
}

function behindQuote(asked: Asked, written: string): Slip {
  const value = withoutComment(written);
  const told = tellValue(
    'yaml-syntax',
    '引号后面还有内容，整个内容要加引号',
    'text follows the closing quote: quote the whole value',
    quotedLine(asked, value),
  );
  return replacing(asked, value, told, quoteText(value));
}

function unclosed(asked: Asked, written: string, quote: string): Slip {
  const value = withoutComment(written);
  const whole =
    quote +
    value
      .slice(1)
      .replace(/[”“’‘＂]$/, '')
      .trimEnd() +
    quote;
  const told = tellValue(
    'yaml-syntax',
    `引号 ${quote} 没有配对`,
    `the quote ${quote} is not closed`,
    beforeValue(asked) + whole,
  );
  return { ...replacing(asked, value, told, whole), end: asked.at + 1 };
}

function unclosedBracket(asked: Asked, written: string, close: string): Slip {
  const { at } = asked;
  const value = withoutComment(written);
  const told = tellValue(
    'yaml-syntax',
    `括号没有配对，少了“${close}”`,
    `a bracket is not closed: “${close}” is missing`,
    beforeValue(asked) + value + close,
  );
  const end = at + value.length;
  return { ...told, start: at, end: at + 1, edits: [{ start: end, end, text: close }], sure: true };
}

function textInBrackets(asked: Asked, written: string): Slip {
  const value = withoutComment(written);
  const sign = value.charAt(0);
  const told = tellValue(
    'yaml-syntax',
    `内容以“${sign}”开头，要加引号`,
    `a value that begins with “${sign}” takes quotes`,
    quotedLine(asked, value),
  );
  return replacing(asked, value, told, quoteText(value));
}

/** Where a quote that opens a value closes; -1 when it does not in this text. */
function closingQuote(value: string, quote: string): number {
  for (let at = 1; at < value.length; at += 1) {
    if (quote === '"' && value[at] === '\\') at += 1;
    else if (value[at] === quote) {
      if (quote === "'" && value[at + 1] === "'") at += 1;
      else return at;
    }
  }
  return -1;
}
