import { expectPlainStart, handOver, QuotedReader } from './quick-scalar.ts';
import { type MapNode, MOST_LEVELS, type TextNode, type TreeNode } from './tree.ts';

const NEWLINE = 0x0a;
const SPACE = 0x20;
const DOUBLE = 0x22;
const HASH = 0x23;
const SINGLE = 0x27;
const COMMA = 0x2c;
const DASH = 0x2d;
const COLON = 0x3a;
const QUESTION = 0x3f;
const LIST = 0x5b;
const LIST_END = 0x5d;
const MAP = 0x7b;
const MAP_END = 0x7d;

/** By code: whether it ends a plain scalar within brackets. */
const STOPS = new Uint8Array(128);
for (const code of [COMMA, LIST, LIST_END, MAP, MAP_END]) STOPS[code] = 1;

function isStop(code: number): boolean {
  return code < 128 && STOPS[code] === 1;
}

/** Reads lists and maps in brackets, also over several lines that stay deeper than their parent. */
export class FlowReader {
  readonly #text: string;
  readonly #quoted: QuotedReader;
  #indent = 0;
  #at = 0;
  /** Where the scalar read last began and ended. */
  #start = 0;
  #end = 0;
  /** Brackets that have opened and not closed. */
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#quoted = new QuotedReader(text);
  }

  /** The list or map that opens at an offset, in a block of an indent. */
  read(at: number, indent: number): TreeNode {
    this.#at = at;
    this.#indent = indent;
    return this.#node();
  }

  /** The offset after what was read last. */
  get end(): number {
    return this.#at;
  }

  #node(): TreeNode {
    const c = this.#text.charCodeAt(this.#at);
    if (c === LIST) return this.#list();
    if (c === MAP) return this.#map();
    const text = this.#scalar();
    return { kind: 'text', text, start: this.#start, end: this.#end };
  }

  #list(): TreeNode {
    const start = this.#at;
    const items: TreeNode[] = [];
    this.#goDown();
    while (this.#text.charCodeAt(this.#at) !== LIST_END) {
      items.push(this.#node());
      this.#skip();
      if (this.#text.charCodeAt(this.#at) === COLON) handOver();
      this.#separator(LIST_END);
    }
    this.#goUp();
    return { kind: 'list', items, start, end: this.#at };
  }

  #map(): TreeNode {
    const start = this.#at;
    const entries: MapNode['entries'][number][] = [];
    const seen = new Set<string>();
    this.#goDown();
    while (this.#text.charCodeAt(this.#at) !== MAP_END) {
      const text = this.#scalar();
      if (text === '<<' || seen.has(text)) handOver();
      seen.add(text);
      const key: TextNode = { kind: 'text', text, start: this.#start, end: this.#end };
      const colon = this.#text.charCodeAt(this.#at) === COLON;
      if (!colon || this.#text.charCodeAt(this.#at + 1) !== SPACE) handOver();
      this.#at += 1;
      this.#skip();
      entries.push({ key, value: this.#node() });
      this.#skip();
      this.#separator(MAP_END);
    }
    this.#goUp();
    return { kind: 'map', entries, start, end: this.#at };
  }

  /** Past an opening bracket. */
  #goDown(): void {
    this.#depth += 1;
    if (this.#depth > MOST_LEVELS) handOver();
    this.#at += 1;
    this.#skip();
  }

  /** Past a closing bracket. */
  #goUp(): void {
    this.#depth -= 1;
    this.#at += 1;
  }

  /** A comma and what follows it, or the closing bracket. */
  #separator(close: number): void {
    const c = this.#text.charCodeAt(this.#at);
    if (c === close) return;
    if (c !== COMMA) handOver();
    this.#at += 1;
    this.#skip();
    if (this.#text.charCodeAt(this.#at) === close) handOver();
  }

  #scalar(): string {
    const text = this.#text;
    const start = this.#at;
    const c = text.charCodeAt(start);
    this.#start = start;
    if (c === DOUBLE || c === SINGLE) {
      const value = this.#quoted.read(start);
      this.#end = this.#quoted.end;
      this.#at = this.#end;
      return value;
    }
    expectPlainStart(text, start);
    if (c === DASH || c === QUESTION || c === COLON) handOver();
    this.#end = this.#plainEnd(start);
    this.#at = this.#end;
    return text.slice(start, this.#end);
  }

  #plainEnd(start: number): number {
    const text = this.#text;
    let at = start;
    for (; at < text.length; at += 1) {
      const c = text.charCodeAt(at);
      if (c === NEWLINE || isStop(c)) break;
      if (c === HASH && text.charCodeAt(at - 1) === SPACE) handOver();
      if (c !== COLON) continue;
      const next = text.charCodeAt(at + 1);
      if (Number.isNaN(next) || isStop(next) || /\s/.test(text.charAt(at + 1))) break;
    }
    let end = at;
    while (end > start && text.charCodeAt(end - 1) === SPACE) end -= 1;
    if (end === start || (text.charCodeAt(at) === COLON && end !== at)) handOver();
    return end;
  }

  /** Blanks and line breaks; a line must stay deeper than the block it belongs to. */
  #skip(): void {
    const text = this.#text;
    for (;;) {
      while (text.charCodeAt(this.#at) === SPACE) this.#at += 1;
      if (this.#at >= text.length || text.charCodeAt(this.#at) === HASH) handOver();
      if (text.charCodeAt(this.#at) !== NEWLINE) return;
      const line = this.#at + 1;
      this.#at = line;
      while (text.charCodeAt(this.#at) === SPACE) this.#at += 1;
      const more = text.charCodeAt(this.#at) === NEWLINE;
      if (!more && this.#at - line <= this.#indent) handOver();
    }
  }
}
