import type { Shape } from '../shape.ts';
import type { Line } from './line.ts';
import { quoteText } from './quote-text.ts';
import type { Slip } from './slip.ts';

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

/** A value without the comment behind it: after a blank, # and a blank. */
export function withoutComment(written: string): string {
  for (let at = written.indexOf('#', 1); at !== -1; at = written.indexOf('#', at + 1)) {
    const isComment = /\s/.test(written.charAt(at - 1)) && /^\s?$/.test(written.charAt(at + 1));
    if (isComment) return written.slice(0, at).trimEnd();
  }
  return written;
}

/** What stands before a value on its line. */
export function beforeValue({ word }: Asked): string {
  return word === undefined ? '- ' : `${word}: `;
}

/** The slip of a value that is to be replaced as a whole. */
export function replacing(
  { at }: Asked,
  value: string,
  told: Pick<Slip, 'rule' | 'message' | 'hint'>,
  text: string,
  sure = true,
): Slip {
  const end = at + value.length;
  return { ...told, start: at, end, edits: [{ start: at, end, text }], sure };
}

/** The line with the value in quotes. */
export function quotedLine(asked: Asked, value: string): string {
  return beforeValue(asked) + quoteText(value);
}
