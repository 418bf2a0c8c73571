/** A JSON Schema node as far as the tools look into it. */
export interface SchemaNode {
  [key: string]: unknown;
  type?: string;
  title?: string;
  description?: string;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  required?: string[];
  enum?: string[];
  const?: string;
  anyOf?: SchemaNode[];
  format?: string;
  pattern?: string;
  minItems?: number;
  minimum?: number;
  maximum?: number;
  additionalProperties?: unknown;
  $ref?: string;
  $defs?: Record<string, SchemaNode>;
  'x-label'?: string;
  'x-shorthand'?: string;
  'x-mandatory'?: string[];
  /** What kind of text it is: see model/text-kinds.ts. */
  'x-text'?: string;
  /** Whether it is whole sentences, where the kind does not say so already. */
  'x-prose'?: boolean;
  /** What the public calls the field, by reader (see labels.ts), where `x-label` is not it. */
  'x-reader'?: Record<string, string>;
  /** How its change weighs on applicants: see model/schema-node.ts. */
  'x-burden'?: string | (string | string[])[];
  /** What each value of `enum` means. */
  'x-values'?: Record<string, string>;
  examples?: unknown[];
}

/** Our own keywords, which JSON Schema does not know. */
export const OWN_KEYWORDS = [
  'x-label',
  'x-shorthand',
  'x-mandatory',
  'x-text',
  'x-prose',
  'x-reader',
  'x-values',
  'x-burden',
] as const;

/** Those that become tables of their own and need not be looked up in the schemas again. */
const TABLED: ReadonlySet<string> = new Set([
  ...['x-text', 'x-prose', 'x-reader'],
  ...['x-values', 'description', 'examples'],
]);

/** The kinds of catalogue files, in the order in which people meet them. */
export const KINDS = ['settings', 'department', 'hall', 'item', 'bundle', 'law'] as const;

/** The files of schemas/ as they are written, by path. */
export function readSchemaFiles(read: (path: string) => string): Record<string, SchemaNode> {
  return Object.fromEntries(
    ['common', ...KINDS].map((name) => {
      const path = `schemas/${name}.schema.json`;
      return [path, JSON.parse(read(path)) as SchemaNode];
    }),
  );
}

/** The schemas as the running program needs them: without what it has as tables. */
export function leanSchemas(schemas: Record<string, SchemaNode>): Record<string, SchemaNode> {
  const without = (key: string, value: unknown): unknown =>
    TABLED.has(key) && !isField(value) ? undefined : value;
  return JSON.parse(JSON.stringify(schemas, without)) as Record<string, SchemaNode>;
}

/** Whether a value is that of a field which is called like a keyword. */
function isField(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'x-label' in value;
}

/** Reads schemas/ and gives each kind's schema with references inlined and shorthands resolved. */
export function loadProgramSchemas(read: (path: string) => string): Record<string, SchemaNode> {
  const files = readSchemaFiles(read);
  const common = files['schemas/common.schema.json'] ?? {};
  const schemas: Record<string, SchemaNode> = {};
  for (const kind of KINDS) {
    const { $schema: _schema, $id: _id, ...schema } = files[`schemas/${kind}.schema.json`] ?? {};
    schemas[kind] = resolve(schema, common) as SchemaNode;
  }
  return schemas;
}

function resolve(node: unknown, common: SchemaNode): unknown {
  if (Array.isArray(node)) return node.map((each) => resolve(each, common));
  if (typeof node !== 'object' || node === null) return node;
  const schema = node as SchemaNode;
  if (schema.$ref !== undefined) return resolve(dereference(schema, common), common);
  if (schema['x-shorthand'] !== undefined && schema.anyOf) return resolve(longForm(schema), common);
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, resolve(value, common)]),
  );
}

function dereference(schema: SchemaNode, common: SchemaNode): SchemaNode {
  const { $ref, ...own } = schema;
  const target = common.$defs?.[String($ref).split('/').pop() ?? ''];
  if (target === undefined) throw new Error(`unknown reference ${$ref}`);
  return { ...target, ...own };
}

function longForm(schema: SchemaNode): SchemaNode {
  const { anyOf, ...own } = schema;
  const long = anyOf?.find((branch) => branch.type === 'object');
  if (long === undefined) throw new Error('a shorthand needs an object branch');
  return { ...long, ...own };
}
