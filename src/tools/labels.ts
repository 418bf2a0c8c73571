import type { SchemaNode } from './program-schema.ts';

/** The words of a field by who reads them: `label` for its author, the others for the public. */
type FieldWords = readonly [field: string, words: Readonly<Record<string, string>>];

const READERS = ['guide', 'highlight', 'short', 'plain'] as const;

/**
 * src/model/labels.gen.ts: what fields are called, by kind of file and keys; a list and the maps in
 * it share their keys: `materials.name`.
 */
export function labelTable(schemas: Record<string, SchemaNode>): string {
  const kinds = Object.entries(schemas).map(([kind, schema]) => ({
    kind,
    all: wordsOf(schema, ''),
  }));
  const labels = kinds.map(({ kind, all }) => {
    const rows = all.map(([field, { label = '', guide = label }]) => entry(field, guide));
    return `  ${kind}: {\n${rows.join('')}  },\n`;
  });
  const others = kinds.map(({ kind, all }) => {
    const rows = all.flatMap(([field, { label: _, guide: __, ...rest }]) =>
      Object.keys(rest).length === 0 ? [] : [`    '${field}': ${JSON.stringify(rest)},\n`],
    );
    return `  ${kind}: {\n${rows.join('')}  },\n`;
  });
  return [
    "import type { Kind } from './kinds.ts';\n\n",
    '/** What guides call a field (`x-reader.guide`, else `x-label`). */\n',
    'export const LABELS = {\n',
    ...labels,
    '} as const;\n\n',
    '/** What a field is called by another reader or in less room (`x-reader`). */\n',
    'export const OTHER_LABELS: Readonly<\n',
    '  Record<Kind, Readonly<Record<string, Readonly<Partial<Record<OtherReader, string>>>>>>\n',
    '> = {\n',
    ...others,
    '};\n\n',
    '/** Who reads, or how much room there is, beside the guide itself. */\n',
    `export type OtherReader = ${READERS.slice(1)
      .map((each) => `'${each}'`)
      .join(' | ')};\n`,
  ].join('');
}

function entry(field: string, label: string): string {
  return `    ${/^\w+$/.test(field) ? field : `'${field}'`}: '${label}',\n`;
}

function wordsOf(schema: SchemaNode, prefix: string): FieldWords[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]): FieldWords[] => {
    const label = field['x-label'];
    const own: FieldWords[] =
      label === undefined ? [] : [[prefix + key, { label, ...field['x-reader'] }]];
    const rows = field.items ?? field.anyOf?.find((each) => each.items !== undefined)?.items;
    const inner = [field, ...(rows === undefined ? [] : [rows])];
    return [...own, ...inner.flatMap((each) => wordsOf(each, `${prefix}${key}.`))];
  });
}

/** Readers of `x-reader` that there are not, in a schema file, by JSON pointer. */
export function unknownReaders(
  node: unknown,
  pointer = '#',
): { pointer: string; advice: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key !== 'x-reader') return unknownReaders(value, `${pointer}/${key}`);
    const known: readonly string[] = READERS;
    const fine = Object.entries(value ?? {}).every(
      ([reader, word]) => known.includes(reader) && typeof word === 'string',
    );
    return fine
      ? []
      : [{ pointer, advice: `"x-reader" has a word for some of ${known.join(', ')}` }];
  });
}
