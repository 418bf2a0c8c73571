import { PROSE_KINDS, TEXT_KINDS, type TextKind } from '../model/text-kinds.ts';
import type { SchemaNode } from './program-schema.ts';

/** A field of which the schema does not say what its text is. */
export interface Untold {
  /** JSON pointer in the schema's file. */
  readonly pointer: string;
  /** What to write. */
  readonly advice: string;
}

/** Fields of a schema file that hold text and do not say which kind (`x-text`) it is. */
export function untoldTexts(schema: SchemaNode, common: SchemaNode): Untold[] {
  const found: Untold[] = [];
  const target = (ref: string | undefined): SchemaNode =>
    common.$defs?.[ref?.split('/').pop() ?? ''] ?? {};
  const visit = (node: SchemaNode, pointer: string): void => {
    const advice = adviceFor({ ...target(node.$ref), ...node });
    if (advice !== undefined) found.push({ pointer, advice });
    for (const [step, child] of childrenOf(node)) visit(child, `${pointer}/${step}`);
  };
  visit(schema, '#');
  return found;
}

const ONE_OF = `one of ${TEXT_KINDS.join(', ')}`;

function adviceFor(node: SchemaNode): string | undefined {
  const said = node['x-text'];
  const prose = node['x-prose'];
  if (said !== undefined && !isTextKind(said)) {
    return `"x-text": ${JSON.stringify(said)} is no kind of text; write ${ONE_OF}`;
  }
  if (prose !== undefined && typeof prose !== 'boolean') return '"x-prose" is true or false';
  if (said !== undefined || !isText(node)) return undefined;
  return `say what kind of text it is: "x-text": ${ONE_OF}`;
}

const SHAPES = ['type', 'anyOf', 'oneOf', 'allOf', 'enum', 'const', '$ref', '$defs'];

/** Enumerated values are codes, whatever stands in them; a schema of no shape takes texts, too. */
function isText(node: SchemaNode): boolean {
  if (node.enum !== undefined || node.const !== undefined) return false;
  const types: unknown[] = [node.type].flat();
  return types.includes('string') || SHAPES.every((key) => node[key] === undefined);
}

function isTextKind(said: unknown): said is TextKind {
  return (TEXT_KINDS as readonly unknown[]).includes(said);
}

/** Schemas inside a schema; the short form of a shorthand is told of by its long form. */
function childrenOf(node: SchemaNode): [step: string, child: SchemaNode][] {
  const short = node['x-shorthand'] !== undefined;
  const branches = (['anyOf', 'oneOf', 'allOf'] as const).flatMap((key) =>
    ((node[key] ?? []) as SchemaNode[])
      .map((child, at): [string, SchemaNode] => [`${key}/${at}`, child])
      .filter(([, child]) => !short || child.type === 'object'),
  );
  const { items, additionalProperties: more } = node;
  return [
    ...under('properties', node.properties),
    // What a definition of a mere string is, is said where it is referred to.
    ...under('$defs', node.$defs).filter(([, child]) => child.type === 'object'),
    ...(items === undefined ? [] : [['items', items] as [string, SchemaNode]]),
    ...(typeof more === 'object' ? [['additionalProperties', more] as [string, SchemaNode]] : []),
    ...branches,
  ];
}

function under(key: string, schemas: Record<string, SchemaNode> = {}): [string, SchemaNode][] {
  return Object.entries(schemas).map(([name, child]) => [`${key}/${name}`, child]);
}

/** A text of a kind of file: where it stands, what it is and whether it is whole sentences. */
export interface TextField {
  /** JSON pointer of the value, positions in lists as 0 and keys of the author's own as `*`. */
  readonly field: string;
  readonly kind: TextKind;
  readonly prose: boolean;
}

/** The texts of a schema in which references and shorthands are resolved; no enumerated values. */
export function textFields(schema: SchemaNode, field = ''): TextField[] {
  const kind = schema['x-text'];
  const prose = (schema['x-prose'] ?? PROSE_KINDS.has(kind as TextKind)) === true;
  const own = isTextKind(kind) ? [{ field, kind, prose }] : [];
  return [
    ...own,
    ...childrenOf(schema).flatMap(([step, child]) => textFields(child, below(field, step))),
  ];
}

function below(field: string, step: string): string {
  if (step === 'items') return `${field}/0`;
  if (step === 'additionalProperties') return `${field}/*`;
  return step.startsWith('properties/') ? `${field}/${step.slice('properties/'.length)}` : field;
}

/** src/model/text-fields.gen.ts: the texts of all kinds of files, without codes. */
export function textFieldTable(schemas: Record<string, SchemaNode>): string {
  const kinds = Object.entries(schemas).map(([kind, schema]) => {
    const rows = textFields(schema)
      .filter((each) => each.kind !== 'code')
      .map((each) => `    '${each.field}': '${each.kind}',\n`);
    return `  ${kind}: {\n${rows.join('')}  },\n`;
  });
  const item = schemas.item === undefined ? [] : textFields(schemas.item);
  const prose = item.filter((each) => each.prose).map((each) => `  '${each.field}',\n`);
  return [
    "import type { Kind } from './kinds.ts';\n",
    "import type { TextKind } from './text-kinds.ts';\n\n",
    '/** `x-text` by kind of file and JSON pointer; what is not here is a code. */\n',
    'export const TEXTS: Readonly<Record<Kind, Readonly<Record<string, TextKind>>>> = {\n',
    ...kinds,
    '};\n\n',
    '/** Texts of items that are whole sentences of the author’s own (`x-prose`). */\n',
    'export const PROSE: readonly string[] = [\n',
    ...prose,
    '];\n',
  ].join('');
}
