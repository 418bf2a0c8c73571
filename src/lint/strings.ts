import type { Item } from '../model/schema.gen.ts';

/** A text of the catalogue and where it stands. */
export interface Text {
  readonly pointer: string;
  readonly text: string;
}

const NOT_PUBLISHED = new Set(['imported', 'allow']);

/** Every text below a value, but not what is kept word for word and not published. */
export function* strings(value: unknown, pointer = ''): Iterable<Text> {
  if (typeof value === 'string') {
    yield { pointer, text: value };
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* strings(each, `${pointer}/${index}`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      if (!NOT_PUBLISHED.has(key)) yield* strings(each, `${pointer}/${key}`);
    }
  }
}

const PROSE =
  /^\/(?:summary|scope|exercise|division_of_powers|prohibitions\/\d+|conditions\/\d+\/text|materials\/\d+\/(?:filling|criteria|note|when)|materials_note|limits\/\w+_note|steps\/\d+\/(?:action|criteria)|fees\/\d+\/(?:note|when)|faq\/\d+\/(?:question|answer)|notes|rights|remedies|progress|contact\/note|promise\/\w+|visits_reason|annual)$/;

/** The texts of an item that are written freely, in the author's own words: no quotations. */
export function proseOf(item: Item): Text[] {
  return [...strings(item)].filter(({ pointer }) => PROSE.test(pointer));
}

/** The value at a JSON pointer with canonical keys; undefined where there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const key of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
