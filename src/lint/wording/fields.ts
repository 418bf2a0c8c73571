import { perField, strings, type Text } from '../../model/texts.ts';
import { isJudged } from './levels.ts';
import type { WordingField } from './terms.ts';

type Leaves = Readonly<Record<string, WordingField>>;

/** Keys whose texts are codes, names, references or the words of a law wherever they stand. */
const EXEMPT: Leaves = {
  basis: 'quote',
  statutory_basis: 'quote',
  reduction_basis: 'quote',
  quote: 'quote',
  law: 'quote',
  imported: 'quote',
  allow: 'code',
  codes: 'code',
  id: 'code',
  kind: 'code',
  form: 'code',
  medium: 'code',
  source: 'code',
  necessity: 'code',
  situations: 'code',
  blank: 'code',
  sample: 'code',
};

/** By the item's own key: one field, or fields by the key below it with `*` for the others. */
const FIELDS: Readonly<Record<string, WordingField | Leaves>> = {
  conditions: 'condition',
  prohibitions: 'condition',
  quota: 'condition',
  materials_note: 'material',
  materials: {
    criteria: 'criteria',
    mistakes: 'note',
    filling: 'note',
    waiver: 'note',
    note: 'note',
    '*': 'material',
  },
  situations: { when: 'condition', name: 'name', '*': 'limit' },
  limits: { starts: 'code', '*': 'limit' },
  steps: { limit: 'limit', criteria: 'criteria', name: 'name', '*': 'step' },
  tacit: 'step',
  fees: { name: 'name', '*': 'fee' },
  payment: 'code',
  result: { name: 'name', delivery: 'code', '*': 'result' },
  channels: { handling: 'code', depth: 'code', windows: 'code', online: 'code', '*': 'place' },
  hall_entry: 'note',
  promise: 'note',
  reach: 'code',
  intermediary: { name: 'name', limit: 'limit', fee: 'fee', '*': 'note' },
  contact: 'contact',
  progress: 'contact',
  faq: 'faq',
  summary: 'note',
  visits_reason: 'note',
  rights: 'note',
  remedies: 'note',
  annual: 'note',
  notes: 'note',
  exercise: 'other',
  division_of_powers: 'other',
  name: 'name',
  aliases: 'name',
};

/** Keys of an item whose texts are no codes though no field is named for them. */
const PROSE: ReadonlySet<string> = new Set(['scope', 'flowchart']);

/** What kind of text stands at a pointer of an item; unknown keys are codes and not judged. */
export function wordingField(pointer: string): WordingField {
  const keys = pointer.split('/').slice(1);
  const [first = '', ...below] = keys;
  const leaves = below.filter((key) => !/^\d+$/.test(key));
  const entry = FIELDS[first];
  if (first === 'situations' || !(first in EXEMPT)) {
    const exempt = leaves.map((key) => EXEMPT[key]).find((field) => field !== undefined);
    if (exempt) return exempt;
  } else return EXEMPT[first] ?? 'code';
  if (entry === undefined) return PROSE.has(first) ? 'other' : 'code';
  if (typeof entry === 'string') return entry;
  for (const key of leaves) if (entry[key]) return entry[key];
  return entry['*'] ?? 'other';
}

const fieldOf = perField(wordingField);

/** A text of an item with the kind of text it is. */
export interface Prose {
  readonly place: Text;
  readonly field: WordingField;
}

/** The texts of an item that are judged, in the order in which they are written. */
export function judgedTexts(value: unknown): Prose[] {
  const judged: Prose[] = [];
  for (const place of strings(value)) {
    const field = fieldOf(place);
    if (isJudged(field)) judged.push({ place, field });
  }
  return judged;
}
