import { editDistance, nearest } from '../../text/similar.ts';
import type { Field, Shape } from '../shape.ts';
import { KEY_WORDS } from './key-words.ts';

/** The key that was meant by one that a map does not have. */
export interface MeantKey {
  readonly field: Field;
  /** As it is to be written, in the language of what was written. */
  readonly word: string;
  /** Whether nothing else can have been meant. */
  readonly sure: boolean;
}

/** Blanks of any kind and what nobody sees. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** The key of a map that a word was meant to be; `used` are the names of those that are there. */
export function meantKey(
  written: string,
  shape: Shape,
  used: (name: string) => boolean,
): MeantKey | undefined {
  const { keys } = shape;
  if (keys === undefined || written.length > MOST) return undefined;
  const open = [...keys].filter(([, field]) => !used(field.name));
  const give = (word: string | undefined, sure: boolean): MeantKey | undefined => {
    const field = word === undefined ? undefined : keys.get(word);
    return field === undefined || word === undefined ? undefined : { field, word, sure };
  };
  const plain = plainOf(written);
  const same = open.find(([word]) => plainOf(word) === plain)?.[0];
  if (same !== undefined) return give(same, true);
  const named = KEY_WORDS.find(([pointer, words]) => {
    return words.includes(plain) && open.some(([, { shape: at }]) => at.pointer === pointer);
  });
  if (named !== undefined) {
    const isChinese = /\p{Script=Han}/u.test(plain);
    const [, field] = open.find(([, { shape: at }]) => at.pointer === named[0]) ?? [];
    const word = isChinese ? field?.shape.schema['x-label'] : field?.name;
    return give(word ?? field?.name, true);
  }
  const guess = nearest(
    written,
    open.map(([word]) => word),
  );
  const isNear = guess !== undefined && editDistance(guess, written) === 1;
  return give(guess, isNear && [...written].length >= LEAST);
}

/** Longer words are no key; a slip in shorter ones may stand for another. */
const MOST = 60;
const LEAST = 5;

/** A key without what people write otherwise: case, blanks, hyphens, what nobody sees. */
function plainOf(word: string): string {
  return word
    .replace(UNSEEN, '')
    .replaceAll(/[-_：:]/g, '')
    .toLowerCase();
}
