import type { Kind } from '../../model/kinds.ts';
import { textKindAt } from '../../model/text-fields.ts';
import { perField, strings, type Text } from '../../model/texts.ts';
import { isJudged } from './levels.ts';
import type { WordingField } from './terms.ts';

/** What kind of text stands at a pointer of a file, as its schema says. */
export function wordingField(pointer: string, kind: Kind = 'item'): WordingField {
  return textKindAt(kind, pointer.replaceAll(/\/\d+(?=\/|$)/g, '/0'));
}

function fieldsOf(kind: Kind): (text: Text) => WordingField {
  return perField((field) => textKindAt(kind, field));
}

const FIELD_OF: Readonly<Record<Kind, (text: Text) => WordingField>> = {
  item: fieldsOf('item'),
  bundle: fieldsOf('bundle'),
  hall: fieldsOf('hall'),
  department: fieldsOf('department'),
  settings: fieldsOf('settings'),
  law: fieldsOf('law'),
};

/** A text of a file with the kind of text it is. */
export interface Prose {
  readonly place: Text;
  readonly field: WordingField;
}

/** Rules ask one after the other about the same file. */
let last:
  | { readonly texts: readonly Text[]; readonly kind: Kind; readonly judged: readonly Prose[] }
  | undefined;

/** The texts of a file that are judged, in the order in which they are written. */
export function judgedTexts(value: unknown, kind: Kind = 'item'): readonly Prose[] {
  const texts = strings(value);
  if (last?.texts !== texts || last.kind !== kind) {
    last = { texts, kind, judged: textsOf(value, kind, isJudged) };
  }
  return last.judged;
}

/** The texts of a file that somebody wrote: those that are judged, and names. */
export function writtenTexts(value: unknown, kind: Kind): Prose[] {
  return textsOf(value, kind, (field) => field === 'name' || isJudged(field));
}

function textsOf(value: unknown, kind: Kind, isMeant: (field: WordingField) => boolean): Prose[] {
  const fieldOf = FIELD_OF[kind];
  const meant: Prose[] = [];
  for (const place of strings(value)) {
    const field = fieldOf(place);
    if (isMeant(field)) meant.push({ place, field });
  }
  return meant;
}
