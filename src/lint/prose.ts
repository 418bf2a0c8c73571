import type { Item } from '../model/schema.gen.ts';
import { isProseAt } from '../model/text-fields.ts';
import { perField, perText, strings, type Text } from '../model/texts.ts';
import { foldScript } from '../text/script.ts';
import { Triggers } from '../text/triggers.ts';

const isProse = perField(isProseAt);
const triggers = new Triggers();

interface Prose {
  readonly all: readonly Text[];
  readonly texts: readonly Text[];
  /** Which finders can find something, by text and in any of them. */
  readonly bits: readonly number[];
  readonly any: number;
}

let last: Prose | undefined;

function readProse(item: Item): Prose {
  const all = strings(item);
  if (last?.all !== all) {
    const texts = all.filter(isProse);
    const bits = texts.map(({ text }) => triggers.in(text));
    const any = bits.reduce((some, each) => some | each, 0);
    last = { all, texts, bits, any };
  }
  return last;
}

/** The texts of an item that are written freely, in the author's own words: no quotations. */
export function proseOf(item: Item): readonly Text[] {
  return readProse(item).texts;
}

/** Something looked for in prose. */
export interface Finder<T> {
  readonly bit: number;
  find(place: Text): readonly T[];
}

/**
 * A search for the prose of items, made once when its rule is loaded. Every text in which it
 * finds something has one of the words, which are folded and have one or two characters.
 */
export function proseFinder<T>(
  words: readonly string[],
  find: (folded: string) => readonly T[],
): Finder<T> {
  const bit = triggers.add(words);
  last = undefined;
  return { bit, find: perText((text) => find(foldScript(text))) };
}

/** Something found in a text of an item. */
export interface Found<T> {
  readonly pointer: string;
  readonly text: string;
  readonly found: T;
}

const NOTHING: readonly never[] = [];

/** What a finder finds in the prose of an item, text by text, each folded. */
export function findInProse<T>(item: Item, { bit, find }: Finder<T>): readonly Found<T>[] {
  const { texts, bits, any } = readProse(item);
  if ((any & bit) === 0) return NOTHING;
  return texts.flatMap((place, at): readonly Found<T>[] => {
    if (((bits[at] ?? 0) & bit) === 0) return NOTHING;
    const { text } = place;
    return find(place).map((found) => ({ pointer: place.pointer, text, found }));
  });
}
