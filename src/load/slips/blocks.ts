import type { Field, Shape } from '../shape.ts';

/** A map or list that has begun above a line and may go on in it. */
export interface Block {
  /** Columns of blanks before its keys or dashes, as they have to be. */
  readonly indent: number;
  readonly isList: boolean;
  /** Undefined below a key that the schema does not have. */
  readonly shape: Shape | undefined;
  /** Keys that it has so far, in canonical form. */
  readonly used: Set<string>;
  /** The key that was read last, as written. */
  lastWord?: string;
}

/** A key or dash without a value on its own line: what it holds comes below. */
export interface Pending {
  readonly indent: number;
  readonly shape: Shape | undefined;
  /** Whether a list may stand at the indent itself, as below a key. */
  readonly ofKey: boolean;
}

/** What a line begins with, so far as it says where the line belongs. */
export interface Opening {
  /** Columns of blanks before it. */
  readonly column: number;
  readonly isMark: boolean;
  /** The key, after the mark if there is one. */
  readonly word: string | undefined;
}

/** Where a line belongs. */
export interface Home {
  readonly indent: number;
  readonly block: Block | undefined;
  readonly shape: Shape | undefined;
}

/** The blocks that are open at a line, the outermost first. */
export class Blocks {
  #open: Block[];
  pending: Pending | undefined;

  constructor(shape: Shape) {
    this.#open = [{ indent: 0, isList: false, shape: shape.branch(false), used: new Set() }];
  }

  /** Where a line belongs that stands where it does; undefined when nothing is open there. */
  exact({ column, isMark, word }: Opening): Home | undefined {
    const pending = this.#pendingHome(isMark);
    if (pending !== undefined && this.pending !== undefined) {
      const { indent, ofKey } = this.pending;
      if (column > indent || (column === indent && isMark && ofKey)) {
        return { ...pending, indent: column };
      }
    }
    const block = this.#open.findLast((each) => each.indent === column && each.isList === isMark);
    if (block === undefined || !this.#mayEnd(block, word)) return undefined;
    return { indent: block.indent, block, shape: block.shape };
  }

  /** A line of text alone may not end what is open. */
  #mayEnd(block: Block, word: string | undefined): boolean {
    return block.isList || word !== undefined;
  }

  /** The nearest place where what the line begins with is known and not yet there. */
  meant(opening: Opening): Home | undefined {
    const homes: Home[] = [];
    const pending = this.#pendingHome(opening.isMark);
    if (pending !== undefined && takes(pending, opening)) homes.push(pending);
    for (const block of this.#open.toReversed()) {
      const home = { indent: block.indent, block, shape: block.shape };
      if (block.isList === opening.isMark && takes(home, opening)) homes.push(home);
    }
    const far = (home: Home): number => Math.abs(home.indent - opening.column);
    return homes.reduce<Home | undefined>((best, home) => {
      return best === undefined || far(home) < far(best) ? home : best;
    }, undefined);
  }

  #pendingHome(isMark: boolean): Home | undefined {
    if (this.pending === undefined) return undefined;
    const { indent, shape, ofKey } = this.pending;
    const inner = shape?.branch(isMark);
    if (inner !== undefined && inner.type !== (isMark ? 'array' : 'object')) return undefined;
    return { indent: indent + (ofKey || isMark ? 2 : 1), block: undefined, shape: inner };
  }

  /** Goes to where a line belongs: what is deeper is over; gives the block it is part of. */
  enter({ indent, block, shape }: Home, isList: boolean): Block {
    const inner = block ?? { indent, isList, shape, used: new Set<string>() };
    const at = block === undefined ? -1 : this.#open.indexOf(block);
    if (at !== -1) this.#open.length = at + 1;
    else {
      this.#open = this.#open.filter(
        (each) => each.indent < indent || (isList && !each.isList && each.indent === indent),
      );
      this.#open.push(inner);
    }
    this.pending = undefined;
    return inner;
  }

  /** The innermost block. */
  get last(): Block | undefined {
    return this.#open.at(-1);
  }

  /** Whether a key is known in some block that is open, whatever its column. */
  knows(word: string): boolean {
    const inner = this.pending?.shape?.branch(false);
    if (inner?.keys?.has(word)) return true;
    return this.#open.some(({ shape, isList }) => fieldIn(shape, isList, word) !== undefined);
  }
}

/** The field of a key in a map, or in the entries of a list. */
export function fieldIn(
  shape: Shape | undefined,
  isList: boolean,
  word: string,
): Field | undefined {
  const map = isList ? shape?.items.branch(false) : shape;
  return map?.keys?.get(word);
}

function takes({ block, shape }: Home, { isMark, word }: Opening): boolean {
  if (shape === undefined) return false;
  if (word === undefined) return isMark && shape.items.branch(false).type !== 'object';
  const field = fieldIn(shape, isMark, word);
  if (field === undefined) return isMark && shape.items.type !== 'object';
  return isMark || block?.used.has(field.name) !== true;
}

/** Whether a line is where it can be: its key is known there and new, or is known nowhere. */
export function isAtHome({ block, shape }: Home, { isMark, word }: Opening): boolean {
  if (shape === undefined || word === undefined) return true;
  const field = fieldIn(shape, isMark, word);
  if (field === undefined) return false;
  return isMark || block?.used.has(field.name) !== true;
}
