import { FlowReader } from './quick-flow.ts';
import { expectPlainStart, HandOver, joinBlock, plainEnd, readQuoted } from './quick-scalar.ts';
import type { TextNode, TreeNode } from './tree.ts';

const COLON = 0x3a;
const DASH = 0x2d;
const HASH = 0x23;
const NEWLINE = 0x0a;
const SPACE = 0x20;

/** Reads block maps and lists by indentation, a line at a time; throws HandOver at the rest. */
export class QuickReader {
  readonly #text: string;
  /** Offset of the line to be read next, at its first character that is no blank. */
  #at = 0;
  /** Blanks before it; -1 at the end of the text. */
  #indent = -1;

  constructor(text: string) {
    this.#text = text;
    this.#toContent(0);
  }

  /** The whole text as one map or list. */
  document(): TreeNode {
    if (this.#indent !== 0) throw new HandOver();
    const node = this.#block(0);
    if (this.#at < this.#text.length) throw new HandOver();
    return node;
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

  #lineEnd(): number {
    const end = this.#text.indexOf('\n', this.#at);
    return end === -1 ? this.#text.length : end;
  }

  #isDash(): boolean {
    const next = this.#text.charCodeAt(this.#at + 1);
    const ends = next === SPACE || next === NEWLINE || Number.isNaN(next);
    return this.#text.charCodeAt(this.#at) === DASH && ends;
  }

  #block(indent: number): TreeNode {
    return this.#isDash() ? this.#list(indent) : this.#map(indent);
  }

  #list(indent: number): TreeNode {
    const start = this.#at;
    const items: (TreeNode | null)[] = [];
    let end = start + 1;
    while (this.#indent === indent && this.#isDash()) {
      let at = this.#at + 1;
      while (this.#text.charCodeAt(at) === SPACE) at += 1;
      const item = this.#isLineOver(at)
        ? this.#nested(at, indent, false)
        : this.#inline(at, indent);
      items.push(item);
      end = item?.end ?? end;
    }
    if (this.#indent > indent) throw new HandOver();
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
    const entries: { key: TextNode; value: TreeNode | null }[] = [];
    const seen = new Set<string>();
    let end = start;
    while (this.#indent === indent) {
      const keyEnd = this.#keyEnd();
      if (keyEnd === -1 || this.#isDash()) throw new HandOver();
      const key = this.#key(keyEnd);
      if (seen.has(key.text)) throw new HandOver();
      seen.add(key.text);
      let at = keyEnd + 1;
      while (this.#text.charCodeAt(at) === SPACE) at += 1;
      const value = this.#isLineOver(at) ? this.#nested(at, indent, true) : this.#value(at, indent);
      entries.push({ key, value });
      end = value?.end ?? key.end;
    }
    if (this.#indent > indent) throw new HandOver();
    return { kind: 'map', entries, start, end };
  }

  /** Offset of the colon after a key that begins the line; -1 when there is none. */
  #keyEnd(): number {
    const text = this.#text;
    const c = text[this.#at];
    if (c === '[' || c === '{') return -1;
    if (c === '"' || c === "'") {
      const { end } = readQuoted(text, this.#at);
      return text.charCodeAt(end) === COLON && this.#isBlankAt(end + 1) ? end : -1;
    }
    for (let at = this.#at; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
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

  #key(end: number): TextNode {
    const start = this.#at;
    const c = this.#text[start];
    if (c === '"' || c === "'") {
      return { kind: 'text', text: readQuoted(this.#text, start).value, start, end };
    }
    expectPlainStart(this.#text, start);
    const text = this.#text.slice(start, end);
    if (text.endsWith(' ') || text === '<<' || text === '') throw new HandOver();
    return { kind: 'text', text, start, end };
  }

  #isLineOver(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    if (code === HASH) return this.#text.charCodeAt(at - 1) === SPACE;
    return code === NEWLINE || Number.isNaN(code);
  }

  /** A value on the lines below its key or dash; null when the next line is no deeper. */
  #nested(at: number, indent: number, ofMap: boolean): TreeNode | null {
    this.#nextLine(at);
    if (this.#indent > indent) {
      if (!this.#isDash() && this.#keyEnd() === -1) throw new HandOver();
      return this.#block(this.#indent);
    }
    return ofMap && this.#indent === indent && this.#isDash() ? this.#list(indent) : null;
  }

  #nextLine(from: number): void {
    const end = this.#text.indexOf('\n', from);
    this.#toContent(end === -1 ? this.#text.length : end + 1);
  }

  #value(at: number, indent: number): TreeNode {
    const text = this.#text;
    const c = text[at];
    if (c === '|' || c === '>') return this.#blockScalar(at, indent);
    if (c === '[' || c === '{') {
      const node = new FlowReader(text, indent).read(at);
      return this.#finish(node, indent);
    }
    if (c === '"' || c === "'") {
      const { value, end } = readQuoted(text, at);
      return this.#finish({ kind: 'text', text: value, start: at, end }, indent);
    }
    expectPlainStart(text, at);
    this.#at = at;
    const end = plainEnd(text, at, this.#lineEnd());
    return this.#finish({ kind: 'text', text: text.slice(at, end), start: at, end }, indent);
  }

  /** After a value only a comment may follow, and the next line must not go on with it. */
  #finish<T extends TreeNode>(node: T, indent: number): T {
    let at = node.end;
    while (this.#text.charCodeAt(at) === SPACE) at += 1;
    if (!this.#isLineOver(at)) throw new HandOver();
    this.#nextLine(at);
    if (this.#indent > indent) throw new HandOver();
    return node;
  }

  #blockScalar(at: number, indent: number): TextNode {
    const text = this.#text;
    const header = /^([|>])(-?) *(?= #|\n|$)/.exec(text.slice(at, at + 80));
    if (header === null) throw new HandOver();
    let start = text.indexOf('\n', at) + 1;
    if (start === 0) throw new HandOver();
    const lines: string[] = [];
    let depth = -1;
    let end = at;
    while (start < text.length) {
      const newline = text.indexOf('\n', start);
      const stop = newline === -1 ? text.length : newline;
      let first = start;
      while (first < stop && text.charCodeAt(first) === SPACE) first += 1;
      if (first === stop) {
        if (depth === -1 ? first > start : first - start > depth) throw new HandOver();
        lines.push('');
      } else {
        if (depth === -1) depth = first - start;
        if (depth <= indent || first - start < depth) break;
        lines.push(text.slice(start + depth, stop));
        end = stop;
      }
      start = stop + 1;
    }
    if (depth <= indent) throw new HandOver();
    this.#toContent(start);
    if (this.#indent > indent) throw new HandOver();
    const value = joinBlock(lines, header[1] === '>', header[2] === '-');
    while (text.charCodeAt(end - 1) === SPACE) end -= 1;
    return { kind: 'text', text: value, start: at, end };
  }
}
