import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { OWN_KEYWORDS, type SchemaNode } from './program-schema.ts';

/** TypeScript types of all schemas; nested objects are named by their `title`. */
export async function schemaTypes(schemas: Record<string, SchemaNode>): Promise<string> {
  const named = new Map<string, SchemaNode>();
  for (const schema of Object.values(schemas)) collect(schema, named);
  const all: SchemaNode = {
    title: 'AllSchemas',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries([...named.keys()].map((n) => [n, { $ref: `#/$defs/${n}` }])),
    required: [...named.keys()],
    $defs: Object.fromEntries([...named].map(([n, s]) => [n, link(s, n, true) as SchemaNode])),
  };
  const text = await compile(all as JSONSchema, 'AllSchemas', {
    bannerComment: '',
    ignoreMinAndMaxItems: true,
    additionalProperties: false,
    style: { singleQuote: true, printWidth: 100 },
  });
  const [, ...rest] = text.split(/^(?=export (?:interface|type) )/m);
  return rest.filter((part) => !part.startsWith('export interface AllSchemas')).join('');
}

function collect(node: SchemaNode, named: Map<string, SchemaNode>): void {
  if (node.title !== undefined) named.set(node.title, node);
  for (const child of Object.values(node.properties ?? {})) collect(child, named);
  for (const child of node.anyOf ?? []) collect(child, named);
  if (node.items !== undefined) collect(node.items, named);
}

/** The node with doc comments from labels, and titled children replaced by references. */
function link(node: SchemaNode, name: string, top = false): unknown {
  if (!top && node.title !== undefined) return { tsType: node.title, ...doc(node) };
  const copy: SchemaNode = { ...node, ...doc(node) };
  delete copy.format;
  delete copy.examples;
  for (const word of OWN_KEYWORDS) delete copy[word];
  if (node.properties !== undefined) {
    copy.properties = Object.fromEntries(
      Object.entries(node.properties).map(([k, v]) => [k, link(v, name) as SchemaNode]),
    );
  }
  if (node.items !== undefined) copy.items = link(node.items, name) as SchemaNode;
  if (node.anyOf !== undefined) copy.anyOf = node.anyOf.map((v) => link(v, name) as SchemaNode);
  return copy;
}

function doc(node: SchemaNode): { description?: string } {
  const words = [node['x-label'], node.description].filter((each) => each !== undefined);
  return words.length === 0 ? {} : { description: words.join('：') };
}
