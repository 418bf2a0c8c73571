import { ELEMENTS } from '../lint/completeness/elements.ts';
import { PROFILES, type ProfileId } from '../lint/completeness/profiles.ts';
import { type Wanted, wantedElements } from '../lint/completeness/wanted.ts';
import { fieldDocs } from '../model/field-doc.ts';
import { FIELD_DOCS } from '../model/field-docs.gen.ts';
import { pathIn } from '../model/key-names.ts';
import type { Kind } from '../model/kinds.ts';
import { LABELS, OTHER_LABELS } from '../model/labels.gen.ts';
import type { ElementTopic, FieldTopic, StandardTopic, ValueTopic } from '../report/fields.ts';

const KINDS = Object.keys(FIELD_DOCS) as Kind[];

interface Named extends Omit<FieldTopic, 'wants'> {
  /** Its dotted keys in both languages. */
  readonly names: readonly string[];
}

let known: readonly Named[] | undefined;

function allFields(): readonly Named[] {
  known ??= KINDS.flatMap((kind) =>
    fieldDocs(kind).map(([path, doc]) => ({
      ...{ kind, path, doc },
      names: [path, pathIn('zh', kind, path)],
    })),
  );
  return known;
}

/** The fields that a word names: by all of their keys, else by the last, in either language. */
export function fieldsNamed(word: string): FieldTopic[] {
  const path = word
    .replace(/^[/.]/, '')
    .replaceAll('/', '.')
    .replace(/\[\d*\]|\.\d+(?=\.|$)/g, '');
  const exact = allFields().filter(({ kind, names }) =>
    names.some((name) => name === path || `${kind}.${name}` === path),
  );
  // `name` is a key of items itself, and of much inside of them.
  const whole = exact.length > 0 && path.includes('.');
  const found = whole ? exact : allFields().filter((each) => ends(each, path));
  const wanted = wantedElements();
  return found.map(({ names: _, ...each }) => ({
    ...each,
    wants: standardsOf(each.kind, each.path, wanted),
  }));
}

function ends({ kind, path, names }: Named, word: string): boolean {
  const labels: Readonly<Record<string, string>> = LABELS[kind];
  const others = OTHER_LABELS[kind][path] ?? {};
  if (labels[path] === word || Object.values(others).includes(word)) return true;
  return names.some((name) => name === word || name.endsWith(`.${word}`));
}

function standardsOf(kind: Kind, path: string, wanted: readonly Wanted[]): StandardTopic[] {
  if (kind !== 'item') return [];
  const ids = wanted.filter(({ paths }) => paths.includes(path)).flatMap((each) => each.profiles);
  return [...new Set(ids)].map(standard);
}

function standard(id: ProfileId): StandardTopic {
  return { id, title: PROFILES[id].title, citation: PROFILES[id].citation };
}

/** The elements of standards that a word names, by id or label. */
export function elementsNamed(word: string): ElementTopic[] {
  return wantedElements().flatMap(({ id, paths, profiles }) => {
    const { label } = ELEMENTS[id];
    if (![id, label.zh, label.en].includes(word)) return [];
    const fields = paths.flatMap((path) => fieldsNamed(`item.${path}`));
    return [{ label, fields, wants: profiles.map(standard) }];
  });
}

/** The standard that a word names, with its elements. */
export function standardNamed(word: string) {
  const id = (Object.keys(PROFILES) as ProfileId[]).find((each) =>
    [each, PROFILES[each].title.zh, PROFILES[each].title.en].includes(word),
  );
  if (id === undefined) return undefined;
  const elements = wantedElements().filter(({ profiles }) => profiles.includes(id));
  return {
    ...standard(id),
    elements: elements.map((each) => ({ label: ELEMENTS[each.id].label, paths: each.paths })),
  };
}

/** The fields that have a word among their values, and what it means there. */
export function valuesNamed(word: string): ValueTopic[] {
  return KINDS.flatMap((kind) =>
    fieldDocs(kind).flatMap(([path, { label, values = {} }]) =>
      Object.hasOwn(values, word) ? [{ kind, path, label, meaning: values[word] ?? '' }] : [],
    ),
  );
}

/** Everything that can be explained, for guessing what a mistyped word was meant to be. */
export function topicWords(): string[] {
  const fields = allFields().flatMap(({ doc, names }) => [doc.label, ...names]);
  const labels = Object.values(ELEMENTS).map(({ label }) => label.zh);
  return [...new Set([...fields, ...labels, ...Object.keys(PROFILES)])];
}
