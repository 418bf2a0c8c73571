import type { Kind } from '../../model/kinds.ts';
import { say } from '../../model/words.ts';
import { ODD_BLANK, widthOfBlanks } from '../../text/blanks.ts';
import type { Shape } from '../shape.ts';
import type { ReadValue } from './asked.ts';
import { type BareKey, bareKey, blankLines } from './bare-lines.ts';
import { type Block, Blocks, fieldIn, type Home, isAtHome, type Opening } from './blocks.ts';
import {
  isSound,
  keyAt,
  type Line,
  leadEdit,
  linesOf,
  markAt,
  type Parts,
  type WrittenKey,
  type WrittenMark,
} from './line.ts';
import { PastedLines } from './pasted.ts';
import type { Edit, Slip } from './slip.ts';
import { tellColon, tellIndent, tellMark } from './tell-slips.ts';
import { ValueReader } from './value.ts';

type BareParts = Pick<Parts, 'valueAt'> & { readonly key: WrittenKey };

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
  readonly #slips: (Slip & { readonly edits: Edit[] })[] = [];
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
    this.#closePasted();
    for (const slip of blankLines(this.#text)) this.#push(slip);
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
    if (home === undefined) return this.#withoutHome(line, index);
    this.#scalar = undefined;
    this.#closePasted();
    this.#indent(line, index, home, parts);
    return this.#entry(line, index, home, parts);
  }

  /** A line of a block scalar moves with its key. */
  #inside(line: Line, index: number): number {
    if (/^ *$/.test(line.lead) && this.#moved === 0) return index + 1;
    const odd = /[^ ]/.test(line.lead);
    const indent = Math.max(widthOfBlanks(line.lead) + this.#moved, (this.#scalar ?? 0) + 1);
    if (odd) this.#tell(line, index, tellIndent(line, indent), [leadEdit(line, indent)]);
    else this.#join([leadEdit(line, indent)]);
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
    const key = keyAt(line.body);
    const isKey = key !== undefined && this.#blocks.knows(key.word);
    return home?.shape === undefined || (isKey && home.block !== undefined) ? undefined : mark;
  }

  #homeOf(line: Line, { mark, key }: Parts, column: number): Home | undefined {
    const rest = this.#text.slice(line.at, line.end);
    const isMark = mark !== undefined;
    const known = key !== undefined && this.#blocks.knows(key.word);
    const sound =
      key !== undefined && isSound(key.separator, rest.slice((mark?.length ?? 0) + key.length));
    const word = key !== undefined && (known || sound) ? key.word : undefined;
    if (word === undefined && !isMark) return undefined;
    const opening: Opening = { column, isMark, word };
    const exact = /\t/.test(line.lead) ? undefined : this.#blocks.exact(opening);
    if (exact !== undefined && isAtHome(exact, opening)) return exact;
    return this.#blocks.meant(opening) ?? exact;
  }

  /** What begins with no key that is known, and is no entry of a list. */
  #withoutHome(line: Line, index: number): number {
    const column = widthOfBlanks(line.lead);
    const missing = this.#missingColon(line, column);
    if (missing !== undefined) return this.#entry(line, index, missing.home, missing.parts);
    const { last } = this.#blocks;
    const indent = last?.indent ?? 0;
    // What has a colon is a key, though none that the schema has.
    const isKey = /:(?:\s|$)/.test(line.body);
    if (!isKey) this.#pasted.line(line, column > indent && this.#scalar === undefined);
    return index + 1;
  }

  /** A key that is known where the colon is missing, on a line of its own. */
  #missingColon(line: Line, column: number): { home: Home; parts: Parts } | undefined {
    const found = this.#scalar === undefined ? bareKey(line.body) : undefined;
    if (found === undefined) return undefined;
    const opening = { column, isMark: false, word: found.word };
    const home = this.#blocks.exact(opening);
    if (home?.shape?.keys === undefined || !isAtHome(home, opening)) return undefined;
    const parts = this.#tellBareKey(line, line.at, found);
    this.#closePasted();
    return { home, parts: { mark: undefined, entryAt: line.at, ...parts } };
  }

  /** The same behind a dash. */
  #withoutColon(line: Line, entryAt: number, { shape }: Block): BareParts | undefined {
    const items = shape?.items.branch(false);
    const found = bareKey(this.#text.slice(entryAt, line.end));
    if (found === undefined || items?.type !== 'object' || items.shorthand !== undefined)
      return undefined;
    return items.keys?.has(found.word) ? this.#tellBareKey(line, entryAt, found) : undefined;
  }

  #tellBareKey(line: Line, at: number, { word, length }: BareKey): BareParts {
    const valueAt = at + length;
    const told = tellColon({ word, separator: ':', length }, this.#text.slice(valueAt, line.end));
    const message = say(`“${word}”后面没有冒号`, `no colon after “${word}”`);
    const edits = [{ start: at + word.length, end: valueAt, text: ': ' }];
    this.#push({ ...told, message, start: at, end: valueAt, edits, sure: true });
    return { key: { word, separator: ': ', length }, valueAt };
  }

  /** Tells blanks before a line that are other than they should be. */
  #indent(line: Line, index: number, { indent, block }: Home, { key }: Parts): void {
    this.#moved = indent - widthOfBlanks(line.lead);
    if (line.lead === ' '.repeat(indent)) return;
    const neighbour = key === undefined || block?.isList ? undefined : block?.lastWord;
    this.#tell(line, index, tellIndent(line, indent, neighbour), [leadEdit(line, indent)]);
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
    const bare = isMap ? undefined : this.#withoutColon(line, entryAt, block);
    if (bare !== undefined) return this.#listEntry(line, index, block, { ...parts, ...bare });
    if (!isMap) {
      const read = this.#values.read({
        at: entryAt,
        line,
        index,
        shape: items,
        indent: block.indent,
      });
      return this.#after(read, index);
    }
    const shape = items?.branch(false);
    const map = this.#blocks.enter(
      { indent: block.indent + width, block: undefined, shape },
      false,
    );
    return this.#value(line, index, map, key, parts);
  }

  #isKeyOf(block: Block, { word, separator }: WrittenKey): boolean {
    if (fieldIn(block.shape, true, word) !== undefined) return true;
    if (!/^ *: +$|^ *:$/.test(separator)) return false;
    return block.shape === undefined || block.shape.items.branch(false).type === 'object';
  }

  #value(
    line: Line,
    index: number,
    block: Block,
    key: WrittenKey | undefined,
    parts: Parts,
  ): number {
    if (key === undefined) return index + 1;
    const field = fieldIn(block.shape, false, key.word);
    block.used.add(field?.name ?? key.word);
    block.lastWord = key.word;
    const value = this.#text.slice(parts.valueAt, line.end);
    if (!isSound(key.separator, value)) this.#colon(index, key, parts, value);
    const shape = field?.shape;
    if (value === '' || value.startsWith('#')) {
      this.#blocks.pending = { indent: block.indent, shape, ofKey: true };
      this.#pasted.after(undefined);
      return index + 1;
    }
    const { indent } = block;
    const read = this.#values.read({
      at: parts.valueAt,
      line,
      index,
      shape,
      indent,
      word: key.word,
    });
    this.#pasted.after({
      word: key.word,
      indent,
      at: parts.valueAt,
      end: line.end,
      shape,
      how: read.how,
    });
    return this.#after(read, index, indent);
  }

  #colon(index: number, key: WrittenKey, { entryAt, valueAt }: Parts, value: string): void {
    const end = valueAt;
    const start = valueAt - key.separator.length;
    const told = tellColon(key, value);
    this.#push({ ...told, start: entryAt, end, edits: [{ start, end, text: ': ' }], sure: true });
    this.#lastSlip = index;
  }

  #after({ slips, how, next }: ReadValue, index: number, indent = 0): number {
    for (const slip of slips) this.#push(slip);
    this.#scalar = how === 'block' ? indent : undefined;
    return Math.max(next, index + 1);
  }

  /** A slip of a line; the same on the line before makes one of them. */
  #tell(
    line: Line,
    index: number,
    told: Pick<Slip, 'rule' | 'message' | 'hint'>,
    edits: Edit[],
  ): void {
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
    this.#slips.at(-1)?.edits.push(...edits);
  }

  #closePasted(): void {
    for (const slip of this.#pasted.close()) this.#push(slip);
  }

  #push(slip: Slip): void {
    this.#slips.push({ ...slip, edits: [...slip.edits] });
  }
}
