import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ROOT } from './program.ts';

/** A YAML value as the tests walk it. */
export type Value = string | number | boolean | null | readonly Value[] | Mapping;
export interface Mapping {
  readonly [key: string]: Value;
}

/** Every YAML file below deploy/, by path. */
export function deployFiles(): string[] {
  return readdirSync(join(ROOT, 'deploy'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yml') || path.endsWith('.yaml'))
    .sort();
}

/** The one document of a file below deploy/; throws with the parser's words when it is broken. */
export function deployed(path: string): Mapping {
  const documents = parseAllDocuments(readFileSync(join(ROOT, 'deploy', path), 'utf8'));
  const [first, ...more] = documents;
  const errors = documents.flatMap((document) => [...document.errors, ...document.warnings]);
  if (first === undefined || more.length > 0 || errors.length > 0) {
    throw new Error(`${path}: ${errors.map(String).join('\n') || 'not one document'}`);
  }
  return mapping(first.toJS());
}

/** A value that has to be a mapping. */
export function mapping(value: unknown): Mapping {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`no mapping: ${JSON.stringify(value)}`);
  }
  return value as Mapping; // what YAML makes of a mapping
}

/** A value that has to be a list; an absent one is empty. */
export function list(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error(`no list: ${JSON.stringify(value)}`);
  return value;
}

/** The value at the end of a path of keys. */
export function at(value: Value | undefined, ...keys: readonly string[]): Value | undefined {
  return keys.reduce<Value | undefined>((found, key) => {
    return found === undefined ? undefined : mapping(found)[key];
  }, value);
}

/** All text in a value. */
export function texts(value: Value | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((each: Value) => texts(each));
}

/** Containers of a Job in the order in which they run. */
export function containersOf(job: Mapping): Mapping[] {
  const pod = at(job, 'spec', 'template', 'spec');
  return [...list(at(pod, 'initContainers')), ...list(at(pod, 'containers'))].map(mapping);
}
