import type { Kind } from '../../model/kinds.ts';
import { ODD_BLANK, widthOfBlanks } from '../../text/blanks.ts';
import type { Shape } from '../shape.ts';
import { type Block, Blocks, fieldIn, type Home, type Opening } from './blocks.ts';
import { isSound, keyAt, type Line, linesOf, markAt, type WrittenKey, type WrittenMark } from './line.ts';
import { PastedLines } from './pasted.ts';
import type { Edit, Slip } from './slip.ts';
import { tellColon, tellIndent, tellMark } from './tell-slips.ts';
import { type ReadValue, ValueReader } from './value.ts';

/** A line taken apart: mark, key and value. */
interface Parts {
  readonly mark: WrittenMark | undefined;
  readonly key: WrittenKey | undefined;
  /** Offset of what follows the mark, and of the value. */
  readonly entryAt: number;
  readonly valueAt: number;
}

/**
 * Reads a file line by line as somebody would who knows its schema: blanks, marks and colons that
 * are not as YAML wants them are slips, with what was meant.
 */
export class SlipReader {
  readonly #text: string;
  readonly #lines: readonly Line[];
  readonly #blocks: Blocks;
  readonly #values: ValueReader;
  readonly #pasted: PastedLines;
  readonly #slips: Slip[] = [];
  /** The line of the slip told last: the same on the next line is part of it. */
  #lastSlip = -2;
  /** By how many columns the line read last was moved. */
  #moved = 0;
  /** The block scalar that is open, by the indent that its lines exceed. */
  #scalar: number | undefined;

  constructor(text: string, kind: Kind, shape: Shape) {
    this.#text = text;
    this.#lines = linesOf(text);
    this.#blocks = new Blocks(shape);
    this.#values = new ValueReader(text, this.#lines, kind, (word) => this.#blocks.knows(word));
    this.#pasted = new PastedLines(text);
  }

  /** Every slip, in the order of the text. */
  read(): Slip[] {
    for (let index = 0; index < this.#lines.length; ) {
      const line = this.#lines[index];
      if (line === undefined) break;
      index = this.#line(line, index);
    }
    this.#slips.push(...this.#pasted.close());
    return this.#slips.sort((a, b) => a.start - b.start);
  }

  /** Reads a line; gives the index of the next that is not part of it. */
  #line(line: Line, index: number): number {
    const column = widthOfBlanks(line.lead);
    if (this.#scalar !== undefined && column > this.#scalar) return this.#inside(line, index);
    if (line.body.startsWith('#')) return index + 1;
    if (/^(?:---|\.\.\.|%)/.test(line.body) && column === 0) return index + 1;
    const parts = this.#take(line, column);
    const home = this.#homeOf(line, parts, column);
    if (home === undefined) return this.#withoutHome(line, index, parts);
    this.#scalar = undefined;
    this.#slips.push(...this.#pasted.close());
    this.#indent(line, index, home, parts);
    return this.#entry(line, index, home, parts);
  }

  /** A line of a block scalar moves with its key. */
  #inside(line: Line, index: number): number {
    if (/^ *$/.test(line.lead) && this.#moved === 0) return index + 1;
    const odd = /[^ ]/.test(line.lead);
    const indent = Math.max(widthOfBlanks(line.lead) + this.#moved, (this.#scalar ?? 0) + 1);
    if (odd) this.#tell(line, index, tellIndent(line, indent), [lead(line, indent)]);
    else this.#slips.at(-1)?.edits && this.#join([lead(line, indent)]);
    return index + 1;
  }

  #take(line: Line, column: number): Parts {
    const mark = this.#markOf(line, column);
    const entryAt = line.at + (mark?.length ?? 0);
    const key = keyAt(this.#text.slice(entryAt, line.end));
    return { mark, key, entryAt, valueAt: entryAt + (key?.length ?? 0) };
  }

  /** What is no dash counts as a mark only where a list is open or expected. */
  #markOf(line: Line, column: number): WrittenMark | undefined {
    const mark = markAt(line.body);
    if (mark === undefined || mark.isDash) return mark;
    const home = this.#blocks.exact({ column, isMark: true, word: undefined });
    if (home?.shape === undefined) return undefined;
    const key = keyAt(line.body);
    const isKey = key !== undefined && this.#blocks.knows(key.word);
    return isKey && home.block !== undefined ? undefined : mark;
  }

  #homeOf(line: Line, { mark, key }: Parts, column: number): Home | undefined {
    const rest = this.#text.slice(line.at, line.end);
    const isMark = mark !== undefined;
    const known = key !== undefined && this.#blocks.knows(key.word);
    const sound = key !== undefined && isSound(key.separator, rest.slice((mark?.length ?? 0) + key.length));
    const word = key !== undefined && (known || sound) ? key.word : undefined;
    if (word === undefined && !isMark) return undefined;
    const opening: Opening = { column, isMark, word };
    const exact = /\t/.test(line.lead) ? undefined : this.#blocks.exact(opening);
    if (exact !== undefined && isAtHome(exact, opening)) return exact;
    return this.#blocks.meant(opening) ?? exact;
  }

  /** What begins with no key that is known, and is no entry of a list. */
  #withoutHome(line: Line, index: number, parts: Parts): number {
    const column = widthOfBlanks(line.lead);
    const missing = this.#missingColon(line, column);
    if (missing !== undefined) return this.#entry(line, index, missing.home, missing.parts);
    const { last } = this.#blocks;
    const indent = last?.indent ?? 0;
    if (parts.key === undefined || !isSound(parts.key.separator, '')) {
      this.#pasted.line(line, column > indent && this.#scalar === undefined);
    }
    return index + 1;
  }

  /** A key that is known with a blank after it, or a text, where the colon should be. */
  #missingColon(line: Line, column: number): { home: Home; parts: Parts } | undefined {
    const match = /^([^\s:：]+)(\s+)(?=[^\s#])/.exec(line.body) ?? /^([a-z_]+)()(?=[^\x20-\x7f])/.exec(line.body);
    if (match === null || this.#scalar !== undefined) return undefined;
    const [whole, word = ""] = match;
    const opening = { column, isMark: false, word };
    const home = this.#blocks.exact(opening);
    if (home === undefined || !isAtHome(home, opening)) return undefined;
    const value = line.body.slice(whole.length);
    const { message, hint } = {
      ...tellColon({ word, separator: ':', length: whole.length }, value),
      message: { zh: `“${word}”后面没有冒号`, en: `no colon after “${word}”` },
    };
    const edit = { start: line.at + word.length, end: line.at + whole.length, text: ': ' };
    const valueAt = line.at + whole.length;
    this.#push({ rule: 'yaml-syntax', start: line.at, end: valueAt, message, hint, edits: [edit], sure: true });
    const key = { word, separator: ': ', length: whole.length };
    this.#slips.push(...this.#pasted.close());
    return { home, parts: { mark: undefined, key, entryAt: line.at, valueAt } };
  }

  /** Tells blanks before a line that are other than they should be. */
  #indent(line: Line, index: number, { indent, block }: Home, { key }: Parts): void {
    this.#moved = indent - widthOfBlanks(line.lead);
    if (line.lead === ' '.repeat(indent)) return;
    const other = block === undefined ? undefined : [...block.used].at(-1);
    const neighbour = key === undefined || block?.isList ? undefined : other;
    this.#tell(line, index, tellIndent(line, indent, neighbour), [lead(line, indent)]);
  }

  #entry(line: Line, index: number, home: Home, parts: Parts): number {
    const { mark, key } = parts;
    const block = this.#blocks.enter(home, mark !== undefined);
    if (mark === undefined) return this.#value(line, index, block, key, parts);
    if (!mark.isDash || !/^- *$/.test(line.body.slice(0, mark.length))) {
      const entry = this.#text.slice(parts.entryAt, line.end);
      const edit = { start: line.at, end: line.at + mark.length, text: '- ' };
      this.#tell(line, index, tellMark(mark, entry), [edit]);
    }
    return this.#listEntry(line, index, block, parts);
  }

  /** An entry of a list: a map that begins on the line, or a text. */
  #listEntry(line: Line, index: number, block: Block, parts: Parts): number {
    const { mark, key, entryAt } = parts;
    const width = mark?.isDash === true ? mark.length : 2;
    const items = block.shape?.items;
    if (entryAt >= line.end) {
      this.#blocks.pending = { indent: block.indent, shape: items, ofKey: false };
      return index + 1;
    }
    const isMap = key !== undefined && this.#isKeyOf(block, key);
    if (!isMap) {
      const read = this.#values.read({ at: entryAt, line, index, shape: items, indent: block.indent });
      return this.#after(read, index);
    }
    const shape = items?.branch(false);
    const map = this.#blocks.enter({ indent: block.indent + width, block: undefined, shape }, false);
    return this.#value(line, index, map, key, parts);
  }

  #isKeyOf(block: Block, { word, separator }: WrittenKey): boolean {
    if (fieldIn(block.shape, true, word) !== undefined) return true;
    if (!/^ *: +$|^ *:$/.test(separator)) return false;
    return block.shape === undefined || block.shape.items.branch(false).type === 'object';
  }

  #value(line: Line, index: number, block: Block, key: WrittenKey | undefined, parts: Parts): number {
    if (key === undefined) return index + 1;
    const field = fieldIn(block.shape, false, key.word);
    block.used.add(field?.name ?? key.word);
    const value = this.#text.slice(parts.valueAt, line.end);
    if (!isSound(key.separator, value)) this.#colon(line, index, key, parts, value);
    const shape = field?.shape;
    if (value === '' || value.startsWith('#')) {
      this.#blocks.pending = { indent: block.indent, shape, ofKey: true };
      this.#pasted.after(undefined);
      return index + 1;
    }
    const { indent } = block;
    const read = this.#values.read({ at: parts.valueAt, line, index, shape, indent, word: key.word });
    this.#pasted.after({ word: key.word, indent, at: parts.valueAt, end: line.end, shape, how: read.how });
    return this.#after(read, index, indent);
  }

  #colon(line: Line, index: number, key: WrittenKey, { entryAt, valueAt }: Parts, value: string): void {
    const end = valueAt;
    const start = valueAt - key.separator.length;
    const told = tellColon(key, value);
    this.#push({ ...told, start: entryAt, end, edits: [{ start, end, text: ': ' }], sure: true });
    this.#lastSlip = index;
    void line;
  }

  #after({ slips, how, next }: ReadValue, index: number, indent = 0): number {
    for (const slip of slips) this.#push(slip);
    this.#scalar = how === 'block' ? indent : undefined;
    return Math.max(next, index + 1);
  }

  /** A slip of a line; the same on the line before makes one of them. */
  #tell(line: Line, index: number, told: Pick<Slip, 'rule' | 'message' | 'hint'>, edits: Edit[]): void {
    const last = this.#slips.at(-1);
    if (last?.rule === told.rule && this.#lastSlip >= index - 1) this.#join(edits);
    else {
      const from = ODD_BLANK.test(line.lead) || line.lead.includes('\t') ? line.start : line.at;
      const end = from === line.start ? line.at : Math.min(line.end, line.at + 1);
      this.#push({ ...told, start: from, end, edits, sure: true });
    }
    this.#lastSlip = index;
  }

  #join(edits: readonly Edit[]): void {
    const last = this.#slips.pop();
    if (last !== undefined) this.#slips.push({ ...last, edits: [...last.edits, ...edits] });
  }

  #push(slip: Slip): void {
    this.#slips.push(slip);
  }
}

function lead(line: Line, indent: number): Edit {
  return { start: line.start, end: line.at, text: ' '.repeat(indent) };
}

/** Whether a line is where it can be: its key is known there and new, or is known nowhere. */
function isAtHome({ block, shape }: Home, { isMark, word }: Opening): boolean {
  if (shape === undefined || word === undefined) return true;
  const field = fieldIn(shape, isMark, word);
  if (field === undefined) return false;
  return isMark || block?.used.has(field.name) !== true;
}
