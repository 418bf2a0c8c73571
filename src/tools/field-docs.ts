import type { SchemaNode } from './program-schema.ts';

/** src/model/field-docs.gen.ts: what the schemas say in words, by kind of file and dotted keys. */
export function fieldDocTable(schemas: Record<string, SchemaNode>): string {
  const kinds = Object.entries(schemas).map(([kind, schema]) => {
    const rows = docsOf(schema, '').map(
      ([path, doc]) => `    '${path}': ${JSON.stringify(doc)},\n`,
    );
    return `  ${kind}: {\n${rows.join('')}  },\n`;
  });
  return [
    "import type { Kind } from './kinds.ts';\n\n",
    INTERFACE,
    '/** What the schemas say in words: description, example, meanings of values. */\n',
    'export const FIELD_DOCS: Readonly<Record<Kind, Readonly<Record<string, FieldDoc>>>> = {\n',
    ...kinds,
    '};\n',
  ].join('');
}

const INTERFACE = `/** What the schema says about a field in words; not loaded by a check that finds nothing. */
export interface FieldDoc {
  /** Its Chinese name (\`x-label\`). */
  readonly label: string;
  /** Its meaning, one sentence without a full stop. */
  readonly description: string;
  /** A value as it may stand in a file; absent where none can be made up. */
  readonly example?: unknown;
  /** What each value means, for a field that has a list of values. */
  readonly values?: Readonly<Record<string, string>>;
}

`;

function docsOf(schema: SchemaNode, prefix: string): [string, object][] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]): [string, object][] => {
    const rows = rowsOf(field);
    const inner = [field, ...(rows === undefined ? [] : [rows])];
    return [
      [prefix + key, docOf(field)],
      ...inner.flatMap((each) => docsOf(each, `${prefix}${key}.`)),
    ];
  });
}

function docOf(field: SchemaNode): object {
  const example = exampleOf(field);
  const values = field['x-values'] ?? field.items?.['x-values'];
  return {
    label: field['x-label'] ?? '',
    description: field.description ?? '',
    ...(example === undefined ? {} : { example }),
    ...(values === undefined ? {} : { values }),
  };
}

/** The example of a field: its own, else one made of those of the fields that it must have. */
export function exampleOf(field: SchemaNode): unknown {
  if (field.examples !== undefined) return field.examples[0];
  const rows = rowsOf(field);
  if (rows !== undefined) {
    const row = exampleOf(rows);
    return row === undefined ? undefined : [row];
  }
  const keys = Object.entries(field.properties ?? {});
  const needed = keys.filter(
    ([key, each]) => field.required?.includes(key) || each['x-mandatory'] !== undefined,
  );
  const pairs = (needed.length === 0 ? keys : needed).flatMap(([key, each]) => {
    const value = exampleOf(each);
    return value === undefined ? [] : [[key, value] as const];
  });
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

function rowsOf(field: SchemaNode): SchemaNode | undefined {
  return field.items ?? field.anyOf?.find((each) => each.items !== undefined)?.items;
}

/** Fields without a meaning, and values without one, in a schema file, by JSON pointer. */
export function undescribed(node: unknown, pointer = '#'): { pointer: string; advice: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  const field = node as SchemaNode;
  const own: { pointer: string; advice: string }[] = [];
  const named = typeof field['x-label'] === 'string';
  if (named && field.description === undefined) own.push({ pointer, advice: 'say what it means' });
  const { enum: values, 'x-values': meanings } = field.enum ? field : (field.items ?? {});
  const dumb = named && values?.some((value) => meanings?.[value] === undefined);
  if (dumb) own.push({ pointer, advice: '"x-values" has a meaning for each value' });
  const inner = Object.entries(node).flatMap(([key, value]) =>
    key === 'examples' || key === 'x-values' ? [] : undescribed(value, `${pointer}/${key}`),
  );
  return [...own, ...inner];
}
