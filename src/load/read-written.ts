import type { Entry } from '../model/catalog.ts';
import { idOfPath, type Kind } from '../model/kinds.ts';
import { type SchemaNode, schemaOf } from '../model/schema-node.ts';
import { valueAt } from '../model/texts.ts';
import { type Complaint, convert } from './convert.ts';
import { describeComplaint, describeError } from './describe.ts';
import { type Fault, tellFaults, unmended } from './fault.ts';
import { parseYaml } from './parse.ts';
import { YamlSource } from './source.ts';
import { dropUnfit } from './unfit-settings.ts';
import { type SchemaError, validate } from './validate.ts';

/** A text read as it is written: its entry, if it can be used, and what is wrong with it. */
export interface Written {
  readonly entry?: Entry<unknown>;
  readonly faults: readonly Fault[];
  /** Whether it is written in the plain way that the quick reader takes. */
  readonly isPlain: boolean;
}

/** Reads a text as it is written. */
export function readWritten(path: string, text: string, kind: Kind): Written {
  const parsed = parseYaml(path, text);
  const faults = parsed.findings.map(unmended);
  const { isPlain } = parsed;
  if (parsed.tree === undefined) return { faults, isPlain };
  const source = new YamlSource(path, text, kind);
  const complaints: Complaint[] = [];
  const value = convert(parsed.tree, schemaOf(kind), (complaint) => {
    complaints.push(complaint);
  });
  faults.push(
    ...tellFaults(
      complaints,
      ({ what }) => what,
      (complaint) => describeComplaint(source, complaint),
    ),
  );
  if (value === undefined) return { faults, isPlain };
  const errors = validate(kind, value);
  if (errors.length > 0) {
    faults.push(...schemaFaults(source, errors, complaints));
    for (const error of errors) if (error.keyword === 'const') dropAt(value, error.pointer);
    if (kind === 'settings') dropUnfit(value, errors);
    fillRequired(value, schemaOf(kind));
  }
  return { entry: { id: idOfPath(path), path, source, value }, faults, isPlain };
}

/** Errors of ajv, less those about what a complaint already said. */
function schemaFaults(
  source: YamlSource,
  errors: readonly SchemaError[],
  complaints: readonly Complaint[],
): Fault[] {
  const told = new Set(complaints.map((complaint) => complaint.pointer));
  const fixed = new Set<string>();
  const untold = errors.filter(({ keyword, pointer, params }) => {
    // Noise that another error already says; of two fixed words the first is told.
    if (keyword === 'anyOf' || keyword === 'type') return false;
    if (keyword === 'const' && fixed.has(pointer)) return false;
    if (keyword === 'const') fixed.add(pointer);
    return !told.has(pointer) && !told.has(`${pointer}/${params.missingProperty ?? ''}`);
  });
  return tellFaults(
    untold,
    ({ keyword }) => keyword,
    (error) => describeError(source, error),
  );
}

/** Takes out a value that stands where only one text or a list may: nobody can make use of it. */
function dropAt(root: unknown, pointer: string): void {
  const at = pointer.lastIndexOf('/');
  const map = valueAt(root, pointer.slice(0, at));
  // Only a map holds such a value: no schema has lists of them.
  delete (map as Record<string, unknown>)[pointer.slice(at + 1)];
}

/** Puts blanks where required texts are missing, so that the types hold for what comes after. */
function fillRequired(value: unknown, schema: SchemaNode): void {
  if (Array.isArray(value)) {
    const items = schema.items ?? schema.anyOf?.find((each) => each.items)?.items;
    if (items !== undefined) for (const each of value) fillRequired(each, items);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const record = value as Record<string, unknown>;
  for (const key of schema.required ?? []) record[key] ??= blankOf(schema.properties?.[key]);
  for (const [key, field] of Object.entries(schema.properties ?? {})) {
    if (key in record) fillRequired(record[key], field);
  }
}

function blankOf(schema: SchemaNode | undefined): unknown {
  if (schema?.type === 'array') return [];
  if (schema?.type === 'object') return {};
  if (schema?.type === 'boolean') return false;
  return schema?.type === 'number' || schema?.type === 'integer' ? 0 : '';
}
