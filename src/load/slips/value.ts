import type { Kind } from '../../model/kinds.ts';
import { cut } from '../findings.ts';
import type { Shape } from '../shape.ts';
import { flowSlips, scanFlow } from './flow.ts';
import { keyAt, isSound, type Line } from './line.ts';
import { flowList, splitList } from './lists.ts';
import { quoteText } from './quote-text.ts';
import type { Slip } from './slip.ts';
import { tellValue } from './tell-slips.ts';
import { isWrapped, takesBareText } from './wrapped.ts';

/** A value that begins on a line. */
export interface Asked {
  /** Its first character. */
  readonly at: number;
  readonly line: Line;
  readonly index: number;
  readonly shape: Shape | undefined;
  /** Of the key or dash that it belongs to. */
  readonly indent: number;
  /** The key as written; absent for an entry of a list. */
  readonly word?: string;
}

/** What was found in it, and the line after it. */
export interface ReadValue {
  readonly slips: readonly Slip[];
  readonly how: 'plain' | 'quoted' | 'flow' | 'block';
  readonly next: number;
}

/** Reads values as they are written after a key or a dash. */
export class ValueReader {
  readonly #text: string;
  readonly #lines: readonly Line[];
  readonly #kind: Kind;
  readonly #knows: (word: string) => boolean;

  constructor(
    text: string,
    lines: readonly Line[],
    kind: Kind,
    knows: (word: string) => boolean,
  ) {
    this.#text = text;
    this.#lines = lines;
    this.#kind = kind;
    this.#knows = knows;
  }

  read(asked: Asked): ReadValue {
    const value = this.#text.slice(asked.at, asked.line.end);
    const next = asked.index + 1;
    if (/^[|>][-+\d]{0,2}(?:\s+#.*)?$/.test(value)) return { slips: [], how: 'block', next };
    const list = this.#list(asked, value);
    if (list !== undefined) return { slips: [list], how: 'plain', next };
    if (/^["']/.test(value)) return this.#quoted(asked, value);
    if (/^[[{]/.test(value)) return this.#flow(asked, value);
    return { slips: this.#plain(asked, value), how: 'plain', next };
  }

  /** A list written as Chinese is: 【甲，乙】 or 甲、乙. */
  #list(asked: Asked, written: string): Slip | undefined {
    const { shape } = asked;
    if (shape === undefined || asked.word === undefined) return undefined;
    if (shape.branch(true).type !== 'array' || /^["'{|>]/.test(written)) return undefined;
    const value = written.replace(/\s+#\s.*$/, '');
    if (/^\[.*\]$/.test(value) && !/[，、；【】]/.test(value)) return undefined;
    const list = splitList(value, shape, this.#kind);
    if (list === undefined || !list.isSure) return undefined;
    if (shape.type !== 'array' && shape.schema.anyOf !== undefined) return undefined;
    const text = flowList(list.entries);
    const told = tellValue(
      'list-separator',
      `“${asked.word}”是列表，这里写成了${/^\[/.test(value) ? '用全角标点隔开的' : ''}“${cut(value)}”`,
      `“${asked.word}” takes a list, not “${cut(value)}”`,
      `${asked.word}: ${text}`,
    );
    return this.#replacing(asked, value, told, text, true);
  }

  #replacing(
    { at }: Asked,
    value: string,
    told: Pick<Slip, 'rule' | 'message' | 'hint'>,
    text: string,
    sure: boolean,
  ): Slip {
    const end = at + value.length;
    return { ...told, start: at, end, edits: [{ start: at, end, text }], sure };
  }

  #plain(asked: Asked, written: string): Slip[] {
    const { shape, word } = asked;
    const comment = /\s+#(?=\s|$)/.exec(written);
    const value = comment === null ? written : written.slice(0, comment.index);
    const before = word === undefined ? '- ' : `${word}: `;
    const quoted = quoteText(value);
    const slip = (told: [rule: Slip['rule'], zh: string, en: string], sure = true): Slip[] => [
      this.#replacing(asked, value, tellValue(...told, before + quoted), quoted, sure),
    ];
    const lost = /\s#(?=\S)/.exec(value);
    if (lost !== null) return [this.#lost(asked, value, lost.index + 1, before + quoted)];
    if (/^- /.test(value) && word !== undefined) return [this.#dashBehindKey(asked, value)];
    if (isSpecial(value, this.#text)) {
      const sign = cut(value.slice(0, 1));
      return slip(['yaml-syntax', `内容以“${sign}”开头，要加引号`, `a value that begins with “${sign}” takes quotes`]);
    }
    if (isWrapped(value) && takesBareText(shape, this.#kind)) {
      const inner = value.slice(1, -1).trim();
      const told = tellValue('odd-quote', `内容外面是中文引号“${value[0]}${value.at(-1)}”，会一起印出来`, 'quotes of Chinese input around a value are printed with it', before + inner);
      return [this.#replacing(asked, value, told, inner, true)];
    }
    const colon = /:(?=\s|$)/.exec(value);
    if (colon === null) return [];
    if (this.#isNested(asked, value)) {
      const line = `\n${' '.repeat(asked.indent + 2)}${value}`;
      const told = tellValue('yaml-syntax', `一行里写了两个键：“${cut(value.slice(0, colon.index))}”要另起一行`, 'two keys on one line', `${word}:⏎${' '.repeat(asked.indent + 2)}${value}`);
      return [this.#replacing(asked, value, told, line, false)];
    }
    return slip(['yaml-syntax', '内容里有冒号加空格，要加引号', 'a value that holds a colon and a blank takes quotes']);
  }

  /** Whether the value is a key of the map that is meant, with its value. */
  #isNested({ shape, word }: Asked, value: string): boolean {
    const inner = keyAt(value)?.word;
    if (inner === undefined || word === undefined) return false;
    return shape?.branch(false).keys?.has(inner) === true;
  }

  #dashBehindKey(asked: Asked, value: string): Slip {
    const blanks = ' '.repeat(asked.indent + 2);
    const told = tellValue('list-marker', '列表要另起一行写', 'a list begins on a line of its own', `${asked.word}:⏎${blanks}${value}`);
    return this.#replacing(asked, value, told, `\n${blanks}${value}`, true);
  }

  #lost(asked: Asked, value: string, at: number, line: string): Slip {
    const told = tellValue(
      'lost-text',
      `“${cut(value.slice(at))}”不会发布：空格后面的 # 是注释的开头`,
      `“${cut(value.slice(at))}” is not published: # after a blank begins a comment`,
      line,
    );
    const start = asked.at + at;
    const end = asked.at + value.length;
    const quoted = quoteText(value);
    return { ...told, start, end, edits: [{ start: asked.at, end, text: quoted }], sure: false };
  }

  #quoted(asked: Asked, value: string): ReadValue {
    const next = asked.index + 1;
    const quote = value.charAt(0);
    const close = closingQuote(value, quote);
    if (close !== -1) {
      const rest = value.slice(close + 1);
      const ends = /^\s*(?:#.*)?$/.test(rest) || /^\s*:/.test(rest);
      return { slips: ends ? [] : [this.#behindQuote(asked, value)], how: 'quoted', next };
    }
    for (let index = next; index < this.#lines.length; index += 1) {
      const line = this.#lines[index];
      if (line === undefined || this.#isKeyLine(line)) break;
      if (closingQuote(`${quote}${line.body}`, quote) !== -1) {
        return { slips: [], how: 'quoted', next: index + 1 };
      }
    }
    return { slips: [this.#unclosed(asked, value, quote)], how: 'quoted', next };
  }

  #isKeyLine({ body, end }: Line): boolean {
    const mark = /^- +/.exec(body)?.[0].length ?? 0;
    const key = keyAt(body.slice(mark));
    if (key === undefined || !this.#knows(key.word)) return false;
    return isSound(key.separator, body.slice(mark + key.length)) || end === this.#text.length;
  }

  #behindQuote(asked: Asked, written: string): Slip {
    const value = written.replace(/\s+#\s.*$/, '');
    const line = `${asked.word === undefined ? '- ' : `${asked.word}: `}${quoteText(value)}`;
    const told = tellValue('yaml-syntax', '引号后面还有内容，整个内容要加引号', 'text follows the closing quote: quote the whole value', line);
    return this.#replacing(asked, value, told, quoteText(value), true);
  }

  #unclosed(asked: Asked, written: string, quote: string): Slip {
    const value = written.replace(/\s+#\s.*$/, '');
    const inner = value.slice(1).replace(/\s*[”“’‘＂]$/, '');
    const line = `${asked.word === undefined ? '- ' : `${asked.word}: `}${quote}${inner}${quote}`;
    const told = tellValue('yaml-syntax', `引号 ${quote} 没有配对`, `the quote ${quote} is not closed`, line);
    return { ...this.#replacing(asked, value, told, `${quote}${inner}${quote}`, true), end: asked.at + 1 };
  }

  #flow(asked: Asked, value: string): ReadValue {
    const { at, line, index, shape, word } = asked;
    const flow = scanFlow(this.#text, at);
    const stop = this.#lines.findIndex((each, i) => i > index && this.#isKeyLine(each));
    const limit = this.#lines[stop]?.start ?? this.#text.length;
    if (flow.end === -1 || flow.end > limit) {
      const close = flow.open;
      const end = value.replace(/\s+#\s.*$/, '').length + at;
      const text = `${this.#text.slice(at, end)}${close}`;
      const told = tellValue('yaml-syntax', `括号没有配对，少了“${close}”`, `a bracket is not closed: “${close}” is missing`, `${word ?? '-'}: ${text}`);
      return { slips: [{ ...told, start: at, end: at + 1, edits: [{ start: end, end, text: close }], sure: true }], how: 'flow', next: index + 1 };
    }
    const next = this.#lines.findIndex((each) => each.start > flow.end - 1);
    const rest = this.#text.slice(flow.end, Math.max(flow.end, line.end));
    if (flow.end <= line.end && !/^\s*(?:#.*)?$/.test(rest)) {
      const whole = value.replace(/\s+#\s.*$/, '');
      const told = tellValue('yaml-syntax', `内容以“${value.charAt(0)}”开头，要加引号`, `a value that begins with “${value.charAt(0)}” takes quotes`, `${word === undefined ? '- ' : `${word}: `}${quoteText(whole)}`);
      return { slips: [this.#replacing(asked, whole, told, quoteText(whole), true)], how: 'flow', next: index + 1 };
    }
    const slips = flowSlips(this.#text, at, flow.end, shape, this.#kind);
    return { slips, how: 'flow', next: next === -1 ? this.#lines.length : next };
  }
}

/** Whether a plain value begins with what means something else to YAML. */
function isSpecial(value: string, text: string): boolean {
  if (/^[%@`]/.test(value) || /^[|>]/.test(value) || /^[?] /.test(value) || /^[,\]}]/.test(value)) return true;
  const name = /^\*(\S+)/.exec(value)?.[1];
  if (name !== undefined) return !text.includes(`&${name}`);
  return /^[&!][^\x20-\x7f]/.test(value) || /^[&!*](?:\s|$)/.test(value);
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
