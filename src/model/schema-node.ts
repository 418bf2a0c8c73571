import type { Kind } from './kinds.ts';
import { SCHEMAS } from './schemas.gen.ts';

/** A JSON Schema node as far as the program looks into it: references and shorthands resolved. */
export interface SchemaNode {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly 'x-label'?: string;
  readonly 'x-shorthand'?: string;
  readonly 'x-mandatory'?: readonly string[];
  readonly 'x-burden'?: BurdenScale;
}

/**
 * How a change of a field weighs on applicants. A list holds values from the lightest to the
 * heaviest, equal ones in a list of their own, `*` for any other value. Else a word: `limit`, longer
 * is heavier; `grace` and `validity`, shorter is; `count`, more is, and `extra`, where absent is none; `price`, dearer is; `demand`,
 * each entry is asked for, `paper` too unless it is waived; `duty`, there is something to do when it
 * is there; `offer`, it makes things easier while it is there; `reach`, the situations it holds for,
 * all when absent; `requirement`, a text that may become stricter.
 */
export type BurdenScale = string | readonly (string | readonly string[])[];

/** The schema of a kind of file. */
export function schemaOf(kind: Kind): SchemaNode {
  return SCHEMAS[kind];
}

/** The schema at a JSON pointer with canonical keys; list positions are any number. */
export function schemaAt(kind: Kind, pointer: string): SchemaNode | undefined {
  let node: SchemaNode | undefined = schemaOf(kind);
  for (const step of pointer.split('/').slice(1)) {
    if (node === undefined) return undefined;
    node = /^\d+$/.test(step) ? listItems(node) : node.properties?.[step];
  }
  return node;
}

/** The schema of a list's entries, also where the list is one of two forms (fees). */
export function listItems(node: SchemaNode): SchemaNode | undefined {
  return node.items ?? node.anyOf?.find((each) => each.items !== undefined)?.items;
}

/** The Chinese name (x-label) of the field at a pointer; the last key when it has none. */
export function labelAt(kind: Kind, pointer: string): string {
  let steps = pointer.split('/');
  while (steps.length > 1 && /^\d+$/.test(steps[steps.length - 1] ?? ''))
    steps = steps.slice(0, -1);
  return schemaAt(kind, steps.join('/'))?.['x-label'] ?? steps[steps.length - 1] ?? '';
}
