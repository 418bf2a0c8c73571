import { fieldDoc } from '../model/field-doc.ts';
import type { Kind } from '../model/kinds.ts';
import { listItems, type SchemaNode, schemaOf } from '../model/schema-node.ts';
import type { Draft } from './commented-yaml.ts';

/** What a new file has to have beside what the schema requires. */
export interface Needs {
  /** The type of item whose elements are mandatory. */
  readonly type?: string | undefined;
  /** Dotted keys that standards of completeness want. */
  readonly paths: readonly string[];
}

/** What people write into files of a kind though the schema does not require it. */
const USUAL: Readonly<Record<Kind, readonly string[]>> = {
  settings: [],
  department: ['short', 'uscc', 'kind', 'address', 'phone', 'complain'],
  hall: ['kind', 'level', 'phone'],
  item: [],
  bundle: ['summary', 'conditions', 'committed', 'contact', 'contact.consult', 'contact.complain'],
  law: ['document', 'issuer', 'effective', 'status', 'last_article'],
};

/** A file with every key that it must have, all of them blank, in the order of the schema. */
export function blankDraft(kind: Kind, needs: Needs): Draft {
  const paths = new Set([...needs.paths, ...USUAL[kind]].flatMap(withParents));
  return blankMap(kind, schemaOf(kind), '', { ...needs, paths });
}

interface Wanted {
  readonly type?: string | undefined;
  readonly paths: ReadonlySet<string>;
}

function withParents(path: string): string[] {
  const steps = path.split('.');
  return steps.map((_, index) => steps.slice(0, index + 1).join('.'));
}

function blankMap(kind: Kind, schema: SchemaNode, path: string, wanted: Wanted): Draft {
  const properties = Object.entries(schema.properties ?? {});
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const typical = path === '' ? [] : exampleKeys(kind, path);
  const named = properties.filter(
    ([key, node]) =>
      schema.required?.includes(key) ||
      typical.includes(key) ||
      wanted.paths.has(at(key)) ||
      isMandatory(node, wanted.type),
  );
  return Object.fromEntries(named.map(([key, node]) => [key, blank(kind, node, at(key), wanted)]));
}

function isMandatory(node: SchemaNode, type: string | undefined): boolean {
  const types = node['x-mandatory'] ?? [];
  return type === undefined ? types.length > 0 : types.includes(type);
}

/** The keys of a field's example: what is written there as a rule. */
function exampleKeys(kind: Kind, path: string): string[] {
  const example = fieldDoc(kind, path)?.example;
  const map: unknown = Array.isArray(example) ? example[0] : example;
  return typeof map === 'object' && map !== null ? Object.keys(map) : [];
}

function blank(kind: Kind, node: SchemaNode, path: string, wanted: Wanted): unknown {
  const rows = listItems(node);
  // Fees are a list or a word, which is what most have.
  if (rows !== undefined && node.anyOf === undefined) {
    return rows.properties === undefined ? null : [blankMap(kind, rows, path, wanted)];
  }
  return node.properties === undefined ? null : blankMap(kind, node, path, wanted);
}
