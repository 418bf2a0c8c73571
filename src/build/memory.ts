import type { Finding } from '../model/finding.ts';
import { readSealed, writeSealed } from '../model/sealed.ts';
import type { OpenBlob, Store } from '../model/store.ts';
import type { OutputName } from '../render/index.ts';
import { markOf } from '../text/mark.ts';
import type { BuiltFile } from './built.ts';
import { joined, type Stretch } from './kept.ts';
import type { Lines } from './lines.ts';
import { marked, markOfBlob } from './marks.ts';
import type { SourceState } from './sources.ts';

/** What is remembered of an item without reading all that was made of it. */
export interface ItemRow extends SourceState {
  readonly path: string;
  /** Where its files and what it is about are kept as JSON, one behind the other. */
  readonly line: readonly [start: number, middle: number, end: number];
  /** Files of each output, in the order of the outputs. */
  readonly counts: readonly number[];
  /** A mark of its card and tally. */
  readonly card: string;
  /** A mark of what changed in it lately; empty when nothing did. */
  readonly changes: string;
  /** Ids of the items whose names stand on its page. */
  readonly related: readonly string[];
  /** Paths below `forms/` that it refers to; absent when there are none. */
  readonly forms?: readonly string[];
  readonly findings?: readonly Finding[];
}

/** What was made of all items together in one output. */
export interface WholeRow {
  /** Of everything that it was made from. */
  readonly mark: string;
  readonly files: readonly BuiltFile[];
  /** Where the links of its pages are kept; each file says which part of that is its own. */
  readonly line: Stretch;
}

/** A build, as the next one finds it. */
export interface Memory {
  /** Of program, settings, shared files, options: while it is the same, an item's file decides. */
  readonly surroundings: string;
  /** Of what the website tells of changes. */
  readonly changes: string;
  /** Of all files of the tree, as `treeMark` gives it. */
  readonly tree: string;
  /** In the order of the catalogue. */
  readonly items: readonly ItemRow[];
  readonly whole: Readonly<Partial<Record<OutputName, WholeRow>>>;
  /** Forms and the manifest. */
  readonly rest: readonly BuiltFile[];
  /** What is broken between the pages. */
  readonly links: readonly Finding[];
  /** Files that are no items, as they were read. */
  readonly shared: Readonly<Record<string, SourceState>>;
  /** How many bytes of lines stand in the blob that is seldom written. */
  readonly laid: number;
}

/** Marks of the two blobs of lines; the second is blank when there is nothing in it. */
type LineMarks = readonly [laid: string, later: string];

interface Kept extends Memory {
  /** Of the program that wrote it. */
  readonly code: string;
  readonly lines: LineMarks;
}

/** Keeps what builds made, one for each folder; may be lost at any time. */
export class BuildMemory {
  readonly #store: Store;
  readonly #name: string;
  readonly #code: string;
  #marks: LineMarks | undefined;
  #open: OpenBlob | undefined;

  /** Takes a mark of the program: what another one wrote is not read. */
  constructor(store: Store, out: string, code: string) {
    this.#store = store;
    this.#code = code;
    this.#name = `build-${markOf(out).slice(0, 12)}`;
  }

  /** The last build; undefined when there is none or it is not exactly as it was written. */
  recall(): Memory | undefined {
    // Sealed, so it is what was written.
    const kept = readSealed(this.#store, `${this.#name}.json`)?.data as Kept | undefined;
    if (kept?.code !== this.#code) return undefined;
    const { lines, code: _, ...memory } = kept;
    this.#marks = lines;
    return memory;
  }

  /** Opens the lines that go with what was recalled; undefined when they are not exactly those. */
  lines(): OpenBlob | undefined {
    const [laid, later] = this.#marks ?? ['', ''];
    const first = this.#opened(LAID, laid);
    const second = first && later !== '' ? this.#opened(LATER, later) : undefined;
    if (later !== '' && second === undefined) first?.close();
    else this.#open = first && second ? joined(first, second) : first;
    return this.#open;
  }

  #opened(ending: string, mark: string): OpenBlob | undefined {
    const blob = this.#store.open(this.#name + ending);
    if (blob === undefined || markOfBlob(blob) === mark) return blob;
    blob.close();
    return undefined;
  }

  /** Lets go of what was opened. */
  close(): void {
    this.#open?.close();
  }

  /** The lines come first: without them the rest says nothing. */
  remember(memory: Omit<Memory, 'laid'>, lines: Lines): void {
    const { laid, staying } = lines;
    const mark = this.#write(staying ? LATER : LAID, lines.parts());
    const before = this.#marks?.[0] ?? '';
    this.#marks = mark === undefined ? undefined : staying ? [before, mark] : [mark, ''];
    if (this.#marks === undefined) return;
    this.refresh({ ...memory, laid });
    this.#store.keepNewest?.('build-', MOST);
  }

  /** Undefined when it could not be written to its end. */
  #write(ending: string, lines: Iterable<Buffer>): string | undefined {
    let mark: string | undefined;
    const parts = marked(lines, (whole) => {
      mark = whole;
      // Nothing more is read of the old ones, which are about to be replaced.
      this.close();
    });
    this.#store.write(this.#name + ending, parts);
    return mark;
  }

  /** Remembers something else of the items that were remembered last. */
  refresh(memory: Memory): void {
    const kept: Kept = { code: this.#code, lines: this.#marks ?? ['', ''], ...memory };
    writeSealed(this.#store, `${this.#name}.json`, kept);
  }
}

/** What the two blobs of lines are called: one is laid anew when much has changed, one each time. */
const [LAID, LATER] = ['.lines', '.later'];

/** Folders that are remembered: those built last. */
const MOST = 8;
