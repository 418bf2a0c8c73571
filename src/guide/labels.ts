import { LABELS, OTHER_LABELS, type OtherReader } from '../model/labels.gen.ts';

type LabelledKind = keyof typeof LABELS;

/** Keys of a field that the schema of a kind of file has a label for: `channels.place`. */
type Labelled<K extends LabelledKind> = keyof (typeof LABELS)[K] & string;

/**
 * What a field is called, from its schema (`x-reader`, else `x-label`): in a guide, or among its
 * first facts (`highlight`), where room is `short`, or in the `plain` words of whoever asks.
 */
function labelsOf<K extends LabelledKind>(
  kind: K,
): (field: Labelled<K>, reader?: OtherReader) => string {
  const labels: Readonly<Record<string, string>> = LABELS[kind];
  const others = OTHER_LABELS[kind];
  return (field, reader) =>
    (reader === undefined ? undefined : others[field]?.[reader]) ?? labels[field] ?? field;
}

export const itemLabel = labelsOf('item');
export const hallLabel = labelsOf('hall');
export const bundleLabel = labelsOf('bundle');
export const departmentLabel = labelsOf('department');
export const settingsLabel = labelsOf('settings');
