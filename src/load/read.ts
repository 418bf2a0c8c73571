import type { Entry } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import { idOfPath, type Kind } from '../model/kinds.ts';
import { type SchemaNode, schemaOf } from '../model/schema-node.ts';
import { valueAt } from '../model/texts.ts';
import { type Complaint, convert } from './convert.ts';
import { describeComplaint, describeError } from './describe.ts';
import { tellMost } from './findings.ts';
import { invisibleFindings, maySuspectFile, withoutLoneSurrogates } from './invisible.ts';
import { parseYaml } from './parse.ts';
import { readText } from './read-text.ts';
import { YamlSource } from './source.ts';
import { dropUnfit } from './unfit-settings.ts';
import { type SchemaError, validate } from './validate.ts';

/** One file as an entry of the catalogue, if it can be used, and what is wrong with it. */
export interface ReadEntry {
  readonly entry?: Entry<unknown>;
  readonly findings: readonly Finding[];
}

/** Reads, parses and checks one file against its schema. */
export function readEntry(path: string, kind: Kind, files: Files): ReadEntry {
  const text = readText(path, files);
  if (typeof text !== 'string') return { findings: [text] };
  const read = readParsed(path, text, kind);
  return maySuspectFile(text) ? tellInvisible(path, text, read) : read;
}

/** Adds what is found of characters that cannot be seen; half characters are taken out. */
function tellInvisible(path: string, text: string, { entry, findings }: ReadEntry): ReadEntry {
  const found = [...findings, ...invisibleFindings(path, text, entry?.value)];
  if (entry === undefined) return { findings: found };
  return { entry: { ...entry, value: withoutLoneSurrogates(entry.value) }, findings: found };
}

function readParsed(path: string, text: string, kind: Kind): ReadEntry {
  const parsed = parseYaml(path, text, keyWords(kind));
  if (parsed.tree === undefined) return { findings: parsed.findings };
  const source = new YamlSource(path, text, kind);
  const complaints: Complaint[] = [];
  const value = convert(parsed.tree, schemaOf(kind), (complaint) => {
    complaints.push(complaint);
  });
  const findings = [...parsed.findings];
  findings.push(
    ...tellMost(
      complaints,
      ({ what }) => what,
      (complaint) => describeComplaint(source, complaint),
    ),
  );
  if (value === undefined) return { findings };
  const errors = validate(kind, value);
  if (errors.length > 0) {
    findings.push(...schemaFindings(source, errors, complaints));
    for (const error of errors) if (error.keyword === 'const') dropAt(value, error.pointer);
    if (kind === 'settings') dropUnfit(value, errors);
    fillRequired(value, schemaOf(kind));
  }
  return { entry: { id: idOfPath(path), path, source, value }, findings };
}

/** Errors of ajv, less those about what a complaint already said. */
function schemaFindings(
  source: YamlSource,
  errors: readonly SchemaError[],
  complaints: readonly Complaint[],
): Finding[] {
  const told = new Set(complaints.map((complaint) => complaint.pointer));
  const fixed = new Set<string>();
  const untold = errors.filter(({ keyword, pointer, params }) => {
    // Noise that another error already says; of two fixed words the first is told.
    if (keyword === 'anyOf' || keyword === 'type') return false;
    if (keyword === 'const' && fixed.has(pointer)) return false;
    if (keyword === 'const') fixed.add(pointer);
    return !told.has(pointer) && !told.has(`${pointer}/${params.missingProperty ?? ''}`);
  });
  return tellMost(
    untold,
    ({ keyword }) => keyword,
    (error) => describeError(source, error),
  );
}

/** Every key and label that a kind of file knows, at any depth. */
function keyWords(kind: Kind): ReadonlySet<string> {
  let words = KEY_WORDS.get(kind);
  if (words === undefined) {
    words = new Set<string>();
    collectWords(schemaOf(kind), words);
    KEY_WORDS.set(kind, words);
  }
  return words;
}

const KEY_WORDS = new Map<Kind, Set<string>>();

function collectWords(schema: SchemaNode, words: Set<string>): void {
  for (const [key, field] of Object.entries(schema.properties ?? {})) {
    words.add(key);
    if (field['x-label'] !== undefined) words.add(field['x-label']);
    collectWords(field, words);
  }
  for (const branch of schema.anyOf ?? []) collectWords(branch, words);
  if (schema.items !== undefined) collectWords(schema.items, words);
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
