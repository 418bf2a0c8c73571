import { FIELD_DOCS, type FieldDoc } from './field-docs.gen.ts';
import type { Kind } from './kinds.ts';

export type { FieldDoc } from './field-docs.gen.ts';

/**
 * What is known of the field at a JSON pointer with canonical keys or at dotted keys
 * (`materials.name`); positions in lists are left out of account. Undefined for no field.
 */
export function fieldDoc(kind: Kind, pointer: string): FieldDoc | undefined {
  const steps = pointer.split(/[/.]/).filter((step) => step !== '' && !/^\d+$/.test(step));
  const docs: Readonly<Record<string, FieldDoc>> = FIELD_DOCS[kind];
  const path = steps.join('.');
  return Object.hasOwn(docs, path) ? docs[path] : undefined;
}

/** Every field of a kind of file by its dotted keys, in the order of the schema. */
export function fieldDocs(kind: Kind): readonly (readonly [path: string, doc: FieldDoc])[] {
  return Object.entries(FIELD_DOCS[kind]);
}
