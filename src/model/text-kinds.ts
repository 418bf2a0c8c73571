/**
 * What a text of a catalogue is, as `x-text` of the schemas says it of every field: decides whether
 * its words are judged, which entries apply to it and how grave they are.
 */
export const TEXT_KINDS = [
  'material',
  'condition',
  'criteria',
  'limit',
  'fee',
  'step',
  'place',
  'result',
  'contact',
  'faq',
  'note',
  'other',
  'name',
  'quote',
  'code',
] as const;

/** `name`, `quote` (words of a law or a source) and `code` are nobody's to reword: not judged. */
export type TextKind = (typeof TEXT_KINDS)[number];

/** Kinds whose texts are whole sentences unless the schema says `x-prose: false` of a field. */
export const PROSE_KINDS: ReadonlySet<TextKind> = new Set([
  'condition',
  'criteria',
  'faq',
  'note',
  'other',
]);
