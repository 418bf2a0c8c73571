import type { Item } from '../model/schema.gen.ts';
import { foldScript } from '../text/script.ts';
import { perField, strings, type Text } from './strings.ts';

const PROSE =
  /^\/(?:summary|scope|exercise|division_of_powers|prohibitions\/\d+|conditions\/\d+\/text|materials\/\d+\/(?:filling|criteria|note|when)|materials_note|limits\/\w+_note|steps\/\d+\/(?:action|criteria)|fees\/\d+\/(?:note|when)|faq\/\d+\/(?:question|answer)|notes|rights|remedies|progress|contact\/note|promise\/\w+|visits_reason|annual)$/;

const isProse = perField((field) => PROSE.test(field));

interface Prose {
  readonly all: readonly Text[];
  readonly texts: readonly Text[];
  /** All of them in one, folded, with a full stop between them. */
  readonly folded: string;
}

let last: Prose | undefined;

function readProse(item: Item): Prose {
  const all = strings(item);
  if (last?.all !== all) {
    const texts = all.filter(isProse);
    last = { all, texts, folded: foldScript(texts.map(({ text }) => text).join('。\n')) };
  }
  return last;
}

/** The texts of an item that are written freely, in the author's own words: no quotations. */
export function proseOf(item: Item): readonly Text[] {
  return readProse(item).texts;
}

/** Something found in a text of an item. */
export interface Found<T> {
  readonly pointer: string;
  readonly text: string;
  readonly folded: string;
  readonly found: T;
}

/**
 * What `find` finds in the prose of an item, text by text, each folded. All texts together are
 * asked first, since in most items there is nothing: what it looks for must end at a full stop.
 */
export function* findInProse<T>(
  item: Item,
  find: (folded: string) => readonly T[],
): Iterable<Found<T>> {
  const { texts, folded: whole } = readProse(item);
  if (find(whole).length === 0) return;
  for (const { pointer, text } of texts) {
    const folded = foldScript(text);
    for (const found of find(folded)) yield { pointer, text, folded, found };
  }
}
