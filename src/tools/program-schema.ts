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
  $ref?: string;
  $defs?: Record<string, SchemaNode>;
  'x-label'?: string;
  'x-shorthand'?: string;
  'x-mandatory'?: string[];
}

/** The kinds of catalogue files, in the order in which people meet them. */
export const KINDS = ['settings', 'department', 'hall', 'item', 'bundle', 'law'] as const;

/** Reads schemas/ and gives each kind's schema with references inlined and shorthands resolved. */
export function loadProgramSchemas(read: (path: string) => string): Record<string, SchemaNode> {
  const common = JSON.parse(read('schemas/common.schema.json')) as SchemaNode;
  const schemas: Record<string, SchemaNode> = {};
  for (const kind of KINDS) {
    const {
      $schema: _schema,
      $id: _id,
      ...schema
    } = JSON.parse(read(`schemas/${kind}.schema.json`)) as SchemaNode;
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
