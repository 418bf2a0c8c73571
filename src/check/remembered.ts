import { readSealed, writeSealed } from '../model/sealed.ts';
import type { Store } from '../model/store.ts';
import { markOf, markOfWhole } from '../text/mark.ts';
import { fromUtf8, toUtf8 } from '../text/utf8.ts';
import type { Answers } from './answers.ts';
import { FindingTable, type PackedFindings, type Rows } from './finding-table.ts';
import type { Group } from './findings.ts';
import type { FileState } from './known-files.ts';

/** What is remembered of an item beside its file and facts, where there is something to say. */
export interface ItemNote {
  readonly rows?: Rows;
  readonly allowed?: number;
  /** It could not be read, so it has no facts. */
  readonly unread?: true;
}

/** An earlier check, with marks of everything that it depended on. */
export interface Remembered {
  readonly program: string;
  /** Of the program, the day, the settings and shared files. */
  readonly surroundings: string;
  /** Of the surroundings and the names of all files, and of these and all items. */
  readonly names: string;
  readonly whole: string;
  /** Of the blobs that hold the facts of items and all findings. */
  readonly facts: string;
  readonly findings: string;
  /** How many data files there are, readable or not. */
  readonly files: number;
  /** What came of comparing files: all findings that are no item's own. */
  readonly answers: Answers;
  /** Findings in items that lie elsewhere, which are read anew each time. */
  readonly elsewhere: readonly Group[];
  /** Of data files: path, stamp (blank when there is none), hash; lists that go together. */
  readonly paths: readonly string[];
  readonly stamps: readonly string[];
  readonly hashes: readonly string[];
  /** By position in `paths`. */
  readonly notes: Readonly<Record<number, ItemNote>>;
}

const INDEX = 'check.json';
const FACTS = 'check-facts.bin';
const FINDINGS = 'check-findings.bin';

/** The last check kept as a whole, with its mark; undefined when there is none. */
export function recall(store: Store): { data: Remembered | null; mark: string } | undefined {
  // Sealed by `remember`; another version's is told by its program before more is asked of it.
  return readSealed(store, INDEX) as { data: Remembered | null; mark: string } | undefined;
}

/** The packed facts that go with a check; undefined when they are not exactly those. */
export function recallFacts(store: Store, { facts: mark }: Remembered): Uint8Array | undefined {
  const bytes = store.read(FACTS);
  return bytes === undefined || markOf(bytes) !== mark ? undefined : bytes;
}

/** The findings that go with a check; undefined when they are not exactly those. */
export function recallFindings(store: Store, { findings }: Remembered): FindingTable | undefined {
  const bytes = store.read(FINDINGS);
  if (bytes === undefined || markOf(bytes) !== findings) return undefined;
  const count = Buffer.from(bytes.subarray(0, 4)).readUInt32LE();
  const end = 4 + count * 4;
  const numbers = new Uint32Array(Uint8Array.from(bytes.subarray(4, end)).buffer);
  // Its mark is that of what `rememberFindings` wrote.
  const texts = JSON.parse(fromUtf8(bytes.subarray(end))) as string[];
  return new FindingTable({ numbers, texts });
}

/** Keeps findings and gives the mark by which a check names them. */
export function rememberFindings(store: Store, { numbers, texts }: PackedFindings): string {
  const count = Buffer.alloc(4);
  count.writeUInt32LE(numbers.length);
  const rows = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  return keep(store, FINDINGS, [count, rows, toUtf8(JSON.stringify(texts))]);
}

/** Keeps packed facts and gives the mark by which a check names them. */
export function rememberFacts(store: Store, packed: readonly Uint8Array[]): string {
  return keep(store, FACTS, packed);
}

function keep(store: Store, name: string, parts: readonly Uint8Array[]): string {
  store.write(name, parts);
  return markOfWhole(parts);
}

/** Keeps a check for the next one, when its facts and findings are kept; gives its mark. */
export function remember(store: Store, check: Remembered): string {
  return writeSealed(store, INDEX, check);
}

/** The state of a file at a position. */
export function stateAt({ stamps, hashes }: Remembered, at: number): FileState {
  const stamp = stamps[at];
  return { stamp: stamp === '' ? undefined : stamp, hash: hashes[at] ?? '' };
}
