import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.ts';
import type { Store } from '../model/store.ts';

/** What a check says of a catalogue as a whole. */
export interface Checked {
  /** Sorted by place. */
  readonly findings: readonly Finding[];
  /** Files that are read as data, readable or not. */
  readonly files: number;
  /** Items that could be read. */
  readonly items: number;
  /** Places that items allow with a reason. */
  readonly allowed: number;
}

/** What was found in one item file, in two parts that last differently long. */
export interface RememberedItem {
  /** Of its form and fields: lasts while file and program stay the same. */
  readonly reading: readonly Finding[];
  /** Of what it says: lasts while its surroundings stay the same too. */
  readonly linting: readonly Finding[];
  readonly allowed: number;
  /** Where its value stands as JSON among the values; absent when it could not be read. */
  readonly value?: readonly [start: number, end: number];
}

/** A data file as it was when it was read. */
export interface RememberedFile {
  readonly stamp: string | undefined;
  readonly hash: string;
  readonly item?: RememberedItem;
}

/** An earlier check, with marks of everything that it depended on. */
export interface Remembered {
  readonly program: string;
  /** Of the program, the day, the settings, shared files and the names of all files. */
  readonly surroundings: string;
  /** Of the surroundings and all items. */
  readonly whole: string;
  /** Of the blob that holds the items' values. */
  readonly values: string;
  readonly checked: Checked;
  readonly files: Readonly<Record<string, RememberedFile>>;
}

const INDEX = 'check.json';
const VALUES = 'check-values.json';

/** A short mark that differs whenever the contents do. */
export function markOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}

/** The last check; undefined when there is none or the file is not exactly as it was written. */
export function recall(store: Store): Remembered | undefined {
  const bytes = store.read(INDEX);
  if (bytes === undefined) return undefined;
  const body = bytes.subarray(SEAL);
  const seal = Buffer.from(bytes.subarray(0, SEAL)).toString('latin1');
  if (seal !== `${markOf(body)}\n`) return undefined;
  return JSON.parse(Buffer.from(body).toString('utf8')) as Remembered;
}

/** The length of a mark and a line break. */
const SEAL = 41;

/** The values that go with a check; undefined when they are not exactly those. */
export function recallValues(store: Store, { values: mark }: Remembered): Buffer | undefined {
  const bytes = store.read(VALUES);
  return bytes === undefined || markOf(bytes) !== mark
    ? undefined
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Keeps a check for the next one. The values come first: without them the rest says nothing. */
export function remember(
  store: Store,
  check: Omit<Remembered, 'values'>,
  values: Uint8Array | undefined,
  mark: string,
): void {
  if (values !== undefined) store.write(VALUES, [values]);
  const body = Buffer.from(JSON.stringify({ ...check, values: mark }));
  store.write(INDEX, [Buffer.from(`${markOf(body)}\n`), body]);
}
