import { FlowReader } from './quick-flow.ts';
import { expectPlainStart, handOver, joinBlock, plainEnd, QuotedReader } from './quick-scalar.ts';
import { type MapNode, MOST_LEVELS, type TextNode, type TreeNode } from './tree.ts';

const COLON = 0x3a;
const DASH = 0x2d;
const DOT = 0x2e;
const HASH = 0x23;
const NEWLINE = 0x0a;
const SPACE = 0x20;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const FOLDED = 0x3e;
const LIST = 0x5b;
const MAP = 0x7b;
const LITERAL = 0x7c;

/** Reads block maps and lists by indentation, a line at a time; throws HandOver at the rest. */
export class QuickReader {
  readonly #text: string;
  readonly #quoted: QuotedReader;
  #flow: FlowReader | undefined;
  /** Offset of the line to be read next, at its first character that is no blank. */
  #at = 0;
  /** Blanks before it; -1 at the end of the text. */
  #indent = -1;
  /** Offset after the value read last. */
  #end = 0;
  /** Maps and lists that have begun and not ended. */
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#quoted = new QuotedReader(text);
    this.#toContent(0);
  }

  /** The whole text as one map or list. */
  document(): TreeNode {
    if (this.#indent !== 0) handOver();
    const value = this.#block(0);
    if (this.#at < this.#text.length) handOver();
    return value;
  }

  /** Goes to the next line with content, from the start of a line. */
  #toContent(lineStart: number): void {
    const text = this.#text;
    let start = lineStart;
    while (start < text.length) {
      let at = start;
      while (text.charCodeAt(at) === SPACE) at += 1;
      const c = text.charCodeAt(at);
      if (at < text.length && c !== NEWLINE && c !== HASH) {
        if (at === start && (c === DASH || c === DOT)) this.#refuseMarks(at);
        this.#at = at;
        this.#indent = at - start;
        return;
      }
      const end = text.indexOf('\n', at);
      if (end === -1) break;
      start = end + 1;
    }
    this.#at = text.length;
    this.#indent = -1;
  }

  /** Marks of documents stand at the beginning of a line; directives begin no plain scalar. */
  #refuseMarks(at: number): void {
    const mark = this.#text.slice(at, at + 3);
    if (mark === '---' || mark === '...') handOver();
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end === -1 ? this.#text.length : end;
  }

  #isDash(): boolean {
    return this.#text.charCodeAt(this.#at) === DASH && this.#isBlankAt(this.#at + 1);
  }

  #block(indent: number): TreeNode {
    return this.#isDash() ? this.#list(indent) : this.#map(indent);
  }

  #list(indent: number): TreeNode {
    const start = this.#at;
    const items: (TreeNode | null)[] = [];
    let end = start + 1;
    this.#goDown();
    while (this.#indent === indent && this.#isDash()) {
      let at = this.#at + 1;
      while (this.#text.charCodeAt(at) === SPACE) at += 1;
      this.#end = -1;
      const over = this.#isLineOver(at);
      items.push(over ? this.#nested(at, indent, false) : this.#inline(at, indent));
      if (this.#end !== -1) end = this.#end;
    }
    if (this.#indent > indent) handOver();
    this.#depth -= 1;
    this.#end = end;
    return { kind: 'list', items, start, end };
  }

  /** What follows a dash on its own line: a map or list that begins there, or a scalar. */
  #inline(at: number, indent: number): TreeNode | null {
    const column = indent + (at - this.#at);
    this.#at = at;
    this.#indent = column;
    if (this.#isDash() || this.#keyEnd() !== -1) return this.#block(column);
    this.#indent = indent;
    return this.#value(at, indent);
  }

  #map(indent: number): TreeNode {
    const start = this.#at;
    const entries: MapNode['entries'][number][] = [];
    const seen = new Set<string>();
    let end = start;
    this.#goDown();
    while (this.#indent === indent) {
      const keyEnd = this.#keyEnd();
      if (keyEnd === -1 || this.#isDash()) handOver();
      const text = this.#key(keyEnd);
      if (seen.has(text)) handOver();
      seen.add(text);
      const key: TextNode = { kind: 'text', text, start: this.#at, end: keyEnd };
      let at = keyEnd + 1;
      while (this.#text.charCodeAt(at) === SPACE) at += 1;
      this.#end = -1;
      const over = this.#isLineOver(at);
      entries.push({ key, value: over ? this.#nested(at, indent, true) : this.#value(at, indent) });
      end = this.#end === -1 ? keyEnd : this.#end;
    }
    if (this.#indent > indent) handOver();
    this.#depth -= 1;
    this.#end = end;
    return { kind: 'map', entries, start, end };
  }

  #goDown(): void {
    this.#depth += 1;
    if (this.#depth > MOST_LEVELS) handOver();
  }

  /** Offset of the colon after a key that begins the line; -1 when there is none. */
  #keyEnd(): number {
    const text = this.#text;
    const c = text.charCodeAt(this.#at);
    if (c === LIST || c === MAP) return -1;
    if (c === DOUBLE || c === SINGLE) {
      this.#quoted.read(this.#at);
      const { end } = this.#quoted;
      return text.charCodeAt(end) === COLON && this.#isBlankAt(end + 1) ? end : -1;
    }
    for (let at = this.#at; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > COLON) continue;
      if (code === NEWLINE) return -1;
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) return -1;
      if (code === COLON && this.#isBlankAt(at + 1)) return at;
    }
    return -1;
  }

  #isBlankAt(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return code === SPACE || code === NEWLINE || Number.isNaN(code);
  }

  #key(end: number): string {
    const start = this.#at;
    const c = this.#text.charCodeAt(start);
    if (c === DOUBLE || c === SINGLE) return this.#quoted.read(start);
    expectPlainStart(this.#text, start);
    const text = this.#text.slice(start, end);
    const spaced = this.#text.charCodeAt(end - 1) === SPACE;
    return spaced || text === '<<' || text === '' ? handOver() : text;
  }

  #isLineOver(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    if (code === HASH) return this.#text.charCodeAt(at - 1) === SPACE;
    return code === NEWLINE || Number.isNaN(code);
  }

  /** A value on the lines below its key or dash; a blank when the next line is no deeper. */
  #nested(at: number, indent: number, ofMap: boolean): TreeNode | null {
    this.#toContent(this.#lineEnd(at) + 1);
    if (this.#indent > indent) {
      if (!this.#isDash() && this.#keyEnd() === -1) handOver();
      return this.#block(this.#indent);
    }
    const list = ofMap && this.#indent === indent && this.#isDash();
    return list ? this.#list(indent) : null;
  }

  #value(at: number, indent: number): TreeNode | null {
    const text = this.#text;
    const c = text.charCodeAt(at);
    if (c === LITERAL || c === FOLDED) return this.#blockScalar(at, indent);
    if (c === LIST || c === MAP) {
      this.#flow ??= new FlowReader(text);
      const value = this.#flow.read(at, indent);
      this.#finish(this.#flow.end, indent);
      return value;
    }
    if (c === DOUBLE || c === SINGLE) {
      const value = this.#quoted.read(at);
      const { end } = this.#quoted;
      this.#finish(end, indent);
      return { kind: 'text', text: value, start: at, end };
    }
    expectPlainStart(text, at);
    const end = plainEnd(text, at, this.#lineEnd(at));
    this.#finish(end, indent);
    return { kind: 'text', text: text.slice(at, end), start: at, end };
  }

  /** After a value only a comment may follow, and the next line must not go on with it. */
  #finish(end: number, indent: number): void {
    let at = end;
    while (this.#text.charCodeAt(at) === SPACE) at += 1;
    if (!this.#isLineOver(at)) handOver();
    this.#toContent(this.#lineEnd(at) + 1);
    if (this.#indent > indent) handOver();
    this.#end = end;
  }

  #blockScalar(at: number, indent: number): TreeNode | null {
    const text = this.#text;
    const header = /^([|>])(-?) *(?= #|\n|$)/.exec(text.slice(at, at + 80));
    if (header === null) return handOver();
    let start = text.indexOf('\n', at) + 1;
    if (start === 0) handOver();
    const lines: string[] = [];
    let depth = -1;
    let end = at;
    while (start < text.length) {
      const newline = text.indexOf('\n', start);
      const stop = newline === -1 ? text.length : newline;
      let first = start;
      while (first < stop && text.charCodeAt(first) === SPACE) first += 1;
      if (first === stop) {
        if (depth === -1 ? first > start : first - start > depth) handOver();
        lines.push('');
      } else {
        if (depth === -1) depth = first - start;
        if (depth <= indent || first - start < depth) break;
        lines.push(text.slice(start + depth, stop));
        end = stop;
      }
      start = stop + 1;
    }
    if (depth <= indent) handOver();
    this.#toContent(start);
    if (this.#indent > indent) handOver();
    const value = joinBlock(lines, header[1] === '>', header[2] === '-');
    while (text.charCodeAt(end - 1) === SPACE) end -= 1;
    this.#end = end;
    return { kind: 'text', text: value, start: at, end };
  }
}
