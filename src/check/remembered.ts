import type { Finding, Span } from '../model/finding.ts';
import type { Store } from '../model/store.ts';
import type { FileState } from './known-files.ts';
import { markOf } from './mark.ts';

/** What is remembered of an item beside its file and facts, where there is something to say. */
export interface ItemNote {
  readonly findings?: readonly Finding[];
  readonly allowed?: number;
  /** It could not be read, so it has no facts. */
  readonly unread?: true;
}

/** An earlier check, with marks of everything that it depended on. */
export interface Remembered {
  readonly program: string;
  /** Of the program, the day, the settings and shared files. */
  readonly surroundings: string;
  /** Of the surroundings, the names of all files, and all items. */
  readonly whole: string;
  /** Of the blob that holds the facts of items. */
  readonly facts: string;
  /** How many data files there are, readable or not. */
  readonly files: number;
  /** Findings in shared files and those of comparing items: all that are no item's own. */
  readonly shared: readonly Finding[];
  /** Where something of comparing items was found: what was said and the place. */
  readonly places: Readonly<Record<string, Span>>;
  /** Of data files: path, stamp (blank when there is none), hash; lists that go together. */
  readonly paths: readonly string[];
  readonly stamps: readonly string[];
  readonly hashes: readonly string[];
  /** By position in `paths`. */
  readonly notes: Readonly<Record<number, ItemNote>>;
}

const INDEX = 'check.json';
const FACTS = 'check-facts.bin';
/** The length of a mark and a line break. */
const SEAL = 41;

/** The last check; undefined when there is none or the file is not exactly as it was written. */
export function recall(store: Store): Remembered | undefined {
  const bytes = store.read(INDEX);
  if (bytes === undefined) return undefined;
  const body = bytes.subarray(SEAL);
  const seal = Buffer.from(bytes.subarray(0, SEAL)).toString('latin1');
  if (seal !== `${markOf(body)}\n`) return undefined;
  // Sealed by `remember`; another version's is told by its program before more is asked of it.
  return JSON.parse(Buffer.from(body).toString('utf8')) as Remembered;
}

/** The packed facts that go with a check; undefined when they are not exactly those. */
export function recallFacts(store: Store, { facts: mark }: Remembered): Uint8Array | undefined {
  const bytes = store.read(FACTS);
  return bytes === undefined || markOf(bytes) !== mark ? undefined : bytes;
}

/** Keeps a check for the next one. The facts come first: without them the rest says nothing. */
export function remember(
  store: Store,
  check: Omit<Remembered, 'facts'>,
  facts: Uint8Array | { readonly mark: string },
): void {
  const mark = 'mark' in facts ? facts.mark : markOf(facts);
  if (!('mark' in facts)) store.write(FACTS, [facts]);
  const body = Buffer.from(JSON.stringify({ ...check, facts: mark }));
  store.write(INDEX, [Buffer.from(`${markOf(body)}\n`), body]);
}

/** The state of a file at a position. */
export function stateAt({ stamps, hashes }: Remembered, at: number): FileState {
  const stamp = stamps[at];
  return { stamp: stamp === '' ? undefined : stamp, hash: hashes[at] ?? '' };
}
