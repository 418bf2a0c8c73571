import { CharClass, classOf, hasBlankAfter, hasBlankBefore } from './characters.ts';

/** Width of a full-width character, in thousandths of an em. */
export const EM = 1000;

/** What half a full-width punctuation mark gives up when squeezed, in thousandths of an em. */
export const HALF = EM / 2;

/** Blank between an ideograph and a Latin letter or digit, in thousandths of an em. */
export const GAP = 150;

/** Blank that can be taken off the right of a mark at a line's end, in thousandths of an em. */
export function trimAtEnd(code: number, width: number): number {
  return width === EM && hasBlankAfter(code) ? HALF : 0;
}

/** Blank that can be taken off the left of a mark at a line's start, in thousandths of an em. */
export function trimAtStart(code: number, width: number): number {
  return width === EM && hasBlankBefore(code) ? HALF : 0;
}

/** What to add between two neighbours: − for squeezed marks, + beside Latin, else 0. */
export function spaceBetween(a: number, widthA: number, b: number, widthB: number): number {
  const kindA = classOf(a);
  const kindB = classOf(b);
  if (kindA === CharClass.han) return isWord(kindB) ? GAP : 0;
  if (kindB === CharClass.han) return isWord(kindA) ? GAP : 0;
  if (trimAtEnd(a, widthA) > 0) {
    if (trimAtEnd(b, widthB) > 0 || trimAtStart(b, widthB) > 0) return -HALF;
    return b === BLANK ? -HALF : 0;
  }
  if (trimAtStart(b, widthB) === 0) return 0;
  return a === BLANK || trimAtStart(a, widthA) > 0 ? -HALF : 0;
}

/** Whether justification may widen the place between two neighbours. */
export function mayStretch(a: number, b: number): boolean {
  const kindA = classOf(a);
  const kindB = classOf(b);
  if (holdsTogether(kindA) && holdsTogether(kindB)) return false;
  if (isApostrophe(a, b) || isApostrophe(b, a)) return false;
  return !(kindA === CharClass.middle && a === b);
}

/** Whether the place is one where widening shows least: after a mark, a blank, beside Latin. */
export function stretchesFirst(a: number, b: number): boolean {
  if (!mayStretch(a, b)) return false;
  const kindA = classOf(a);
  if (kindA === CharClass.space || hasBlankAfter(a) || hasBlankBefore(b)) return true;
  const kindB = classOf(b);
  return isWord(kindA) ? kindB === CharClass.han : kindA === CharClass.han && isWord(kindB);
}

/** Whether two neighbours belong to one word, number or code. */
export function holdsTogether(kind: CharClass): boolean {
  return (
    kind === CharClass.latin ||
    kind === CharClass.digit ||
    kind === CharClass.mark ||
    kind === CharClass.suffix ||
    kind === CharClass.prefix
  );
}

const APOSTROPHE = 0x2019;
const BLANK = 0x20;

/** Whether a is the ’ of a word like it’s, b a letter beside it. */
export function isApostrophe(a: number, b: number): boolean {
  return a === APOSTROPHE && classOf(b) === CharClass.latin;
}

function isWord(kind: CharClass): boolean {
  return kind === CharClass.latin || kind === CharClass.digit;
}
