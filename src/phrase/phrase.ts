import type { Words } from '../model/words.ts';

/**
 * A published phrase as it was understood. A value counts only where writing it back in its normal
 * form gives the phrase again, blanks, full width, numbering and set phrases aside.
 */
export interface Phrase<T> {
  readonly understood: boolean;
  /** Only where the phrase was understood. */
  readonly value?: T;
  /** Word for word: what was not understood, or what is kept beside the value as a note. */
  readonly left: string;
  /** Why it was not understood, or what became of the words that are left. */
  readonly why?: Words;
}

/** A phrase that is left to people. */
export function refused<T>(left: string, why: Words): Phrase<T> {
  return { understood: false, left, why };
}
