import { expectPlainStart, HandOver, readQuoted } from './quick-scalar.ts';
import type { TextNode, TreeNode } from './tree.ts';

const STOPS = new Set(',[]{}');

/** Reads lists and maps in brackets, also over several lines that stay deeper than their parent. */
export class FlowReader {
  readonly #text: string;
  readonly #indent: number;
  #at = 0;

  /** `indent` is that of the block the value stands in. */
  constructor(text: string, indent: number) {
    this.#text = text;
    this.#indent = indent;
  }

  /** The list or map that opens at an offset. */
  read(at: number): TreeNode {
    this.#at = at;
    return this.#node();
  }

  #node(): TreeNode {
    const c = this.#text[this.#at];
    if (c === '[') return this.#list();
    if (c === '{') return this.#map();
    return this.#scalar();
  }

  #list(): TreeNode {
    const start = this.#at;
    const items: TreeNode[] = [];
    this.#at += 1;
    this.#skip();
    while (this.#text[this.#at] !== ']') {
      items.push(this.#node());
      this.#skip();
      if (this.#text[this.#at] === ':') throw new HandOver();
      this.#separator(']');
    }
    this.#at += 1;
    return { kind: 'list', items, start, end: this.#at };
  }

  #map(): TreeNode {
    const start = this.#at;
    const entries: { key: TextNode; value: TreeNode }[] = [];
    const seen = new Set<string>();
    this.#at += 1;
    this.#skip();
    while (this.#text[this.#at] !== '}') {
      const key = this.#scalar();
      if (seen.has(key.text) || key.text === '<<') throw new HandOver();
      seen.add(key.text);
      if (this.#text[this.#at] !== ':' || this.#text[this.#at + 1] !== ' ') throw new HandOver();
      this.#at += 1;
      this.#skip();
      entries.push({ key, value: this.#node() });
      this.#skip();
      this.#separator('}');
    }
    this.#at += 1;
    return { kind: 'map', entries, start, end: this.#at };
  }

  /** A comma and what follows it, or the closing bracket. */
  #separator(close: string): void {
    const c = this.#text[this.#at];
    if (c === close) return;
    if (c !== ',') throw new HandOver();
    this.#at += 1;
    this.#skip();
    if (this.#text[this.#at] === close) throw new HandOver();
  }

  #scalar(): TextNode {
    const text = this.#text;
    const start = this.#at;
    if (text[start] === '"' || text[start] === "'") {
      const { value, end } = readQuoted(text, start);
      this.#at = end;
      return { kind: 'text', text: value, start, end };
    }
    expectPlainStart(text, start);
    if (text[start] === '-' || text[start] === '?' || text[start] === ':') throw new HandOver();
    const end = this.#plainEnd(start);
    this.#at = end;
    return { kind: 'text', text: text.slice(start, end), start, end };
  }

  #plainEnd(start: number): number {
    const text = this.#text;
    let at = start;
    for (; at < text.length; at += 1) {
      const c = text[at] ?? '';
      if (STOPS.has(c) || c === '\n') break;
      if (c === '#' && text[at - 1] === ' ') throw new HandOver();
      if (c === ':' && (STOPS.has(text[at + 1] ?? '') || /\s/.test(text[at + 1] ?? ' '))) break;
    }
    let end = at;
    while (end > start && text[end - 1] === ' ') end -= 1;
    if (end === start || (text[at] === ':' && end !== at)) throw new HandOver();
    return end;
  }

  /** Blanks and line breaks; a line must stay deeper than the block it belongs to. */
  #skip(): void {
    const text = this.#text;
    for (;;) {
      while (text[this.#at] === ' ') this.#at += 1;
      if (text[this.#at] === '#' || this.#at >= text.length) throw new HandOver();
      if (text[this.#at] !== '\n') return;
      const line = this.#at + 1;
      this.#at = line;
      while (text[this.#at] === ' ') this.#at += 1;
      if (text[this.#at] !== '\n' && this.#at - line <= this.#indent) throw new HandOver();
    }
  }
}
