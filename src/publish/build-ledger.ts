import { type ByteReader, Log } from '../ledger/log.ts';
import type { Scratch } from '../ledger/scratch.ts';
import type { Finding } from '../model/finding.ts';
import type { Store } from '../model/store.ts';
import type { OutputName } from '../render/index.ts';
import { markOf } from '../text/mark.ts';
import { fromUtf8, toUtf8 } from '../text/utf8.ts';
import {
  type AboutItem,
  allFiles,
  type BuiltFile,
  type BuiltFiles,
  type BuiltItem,
} from './built.ts';

/** What is remembered of an item without reading all that was made of it. */
export interface ItemRow {
  /** Of its file. */
  readonly hash: string;
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
  readonly line: readonly [start: number, end: number];
}

/** What is remembered of a build as a whole. */
export interface BuildAbout {
  /** Of the program that wrote it. */
  readonly code: string;
  /** Of program, settings, shared files, options: while it is the same, an item's file decides. */
  readonly inputs: string;
  /** Of what the website tells of changes. */
  readonly changes: string;
  /** Of all files of the tree, as `treeMark` gives it. */
  readonly tree: string;
  readonly whole: Readonly<Partial<Record<OutputName, WholeRow>>>;
  /** Forms and the manifest. */
  readonly rest: readonly BuiltFile[];
  /** What is broken between the pages. */
  readonly links: readonly Finding[];
}

/** A row and where its line is to be read. */
export interface Placed<Row> {
  readonly row: Row;
  readonly reader: ByteReader;
}

/** The files that were made of an item. */
export function filesOf({ row: { line }, reader }: Placed<Pick<ItemRow, 'line'>>): BuiltFiles {
  // Written by `addItem`, as below.
  return JSON.parse(fromUtf8(reader.bytes(line[0], line[1]))) as BuiltFiles;
}

/** What an item is about. */
export function aboutOf({ row: { line }, reader }: Placed<Pick<ItemRow, 'line'>>): AboutItem {
  return JSON.parse(fromUtf8(reader.bytes(line[1], line[2]))) as AboutItem;
}

const PAGES = '"pages":';

/** The pages of an item with their links, without reading the rest of what it is about. */
export function pagesOf({ row, reader }: Placed<Pick<ItemRow, 'line'>>): AboutItem['pages'] {
  const about = reader.bytes(row.line[1], row.line[2]);
  // The last thing in it, and quotes in texts are escaped.
  const start = about.lastIndexOf(PAGES) + PAGES.length;
  return JSON.parse(fromUtf8(about.subarray(start, about.length - 1))) as AboutItem['pages'];
}

/** What is to be remembered of a build. */
export interface SavedBuild {
  readonly about: Omit<BuildAbout, 'whole' | 'code'>;
  /** In the order of the catalogue. */
  readonly items: ReadonlyMap<string, Placed<ItemRow>>;
  readonly whole: Readonly<Partial<Record<OutputName, Placed<WholeRow>>>>;
}

/** The block of lines. */
const LINES = 'lines';
/** Folders that are remembered: those built last. */
const MOST = 8;

/** What the last build into a folder made; empty when none by the same program is remembered. */
export class BuildLedger {
  readonly #store: Store;
  readonly #code: string;
  readonly #log: Log<BuildAbout, ItemRow>;

  /** Takes the folder that is filled, and a mark of the program. */
  constructor(store: Store, out: string, code: string) {
    this.#store = store;
    this.#code = code;
    this.#log = new Log(store, `build-${markOf(out).slice(0, 12)}`);
    if (this.#log.about?.code !== code) this.#log.forget();
  }

  get about(): BuildAbout | undefined {
    return this.#log.about;
  }

  /** By the path of the item. */
  get rows(): ReadonlyMap<string, ItemRow> {
    return this.#log.rows;
  }

  /** Reads lines; undefined when they are not as they were written. */
  lines(): ByteReader | undefined {
    return this.#log.reader(LINES);
  }

  /** Lets go of the file. */
  close(): void {
    this.#log.close();
  }

  /** Appends what was made now, or writes everything anew when that is much. */
  save({ about, items, whole }: SavedBuild): void {
    const changed = [...items].filter(([path, { row }]) => this.rows.get(path) !== row);
    const gone = [...this.rows.keys()].filter((path) => !items.has(path));
    const appends = this.#log.mayAppend(changed.length);
    const lines = new Lines(appends ? this.#log.size : 0);
    const rows = (appends ? changed : [...items]).map(([path, placed]) => {
      return [path, lines.item(placed)] as const;
    });
    const before = appends ? (this.about?.whole ?? {}) : {};
    const wholes = Object.entries(whole).map(([name, placed]) => {
      // The keys are those of a record by output.
      const standing = before[name as OutputName] === placed.row;
      return [name, standing ? placed.row : lines.whole(placed)] as const;
    });
    const head = {
      about: { ...about, code: this.#code, whole: Object.fromEntries(wholes) },
      rows: Object.fromEntries(rows),
    };
    const blocks = { [LINES]: lines.pieces() };
    if (appends) this.#log.append({ ...head, gone }, blocks);
    else this.#log.write(head, blocks);
    this.#store.keepNewest('build-', MOST);
  }
}

/** In bytes. */
const PIECE = 1 << 20;

/** Lines on their way into the log, one behind the other. */
class Lines {
  readonly #parts: { readonly reader: ByteReader; readonly start: number; end: number }[] = [];
  #end: number;

  /** Takes where the first one will stand. */
  constructor(start: number) {
    this.#end = start;
  }

  item({ row, reader }: Placed<ItemRow>): ItemRow {
    const [start, middle, end] = row.line;
    const at = this.#place(reader, start, end);
    return { ...row, line: [at, at + middle - start, at + end - start] };
  }

  whole({ row, reader }: Placed<WholeRow>): WholeRow {
    const [start, end] = row.line;
    const at = this.#place(reader, start, end);
    return { ...row, line: [at, at + end - start] };
  }

  /** What stands in one place is one part, however many lines it is. */
  #place(reader: ByteReader, start: number, end: number): number {
    const at = this.#end;
    this.#end += end - start;
    const last = this.#parts.at(-1);
    if (last?.reader === reader && last.end === start) last.end = end;
    else this.#parts.push({ reader, start, end });
    return at;
  }

  *pieces(): Iterable<Buffer> {
    for (const { reader, start, end } of this.#parts) {
      for (let at = start; at < end; at += PIECE) yield reader.bytes(at, Math.min(at + PIECE, end));
    }
  }
}

/** What is to be remembered of an item that was built; what it is at length goes to the disk. */
export function rowOf(
  { about: { card, tally, pages }, files, related, forms }: BuiltItem,
  {
    hash,
    changes,
    only,
    scratch,
  }: Pick<ItemRow, 'hash' | 'changes'> & {
    readonly only: readonly OutputName[];
    readonly scratch: Scratch;
  },
): ItemRow {
  const cardText = JSON.stringify(card);
  const findings = allFiles(files).flatMap((file) => file.findings ?? []);
  const rest = JSON.stringify({ tally, pages } satisfies Omit<AboutItem, 'card'>);
  const made = toUtf8(JSON.stringify(files));
  // The pages stand last: they are looked for from the end.
  const about = toUtf8(`{"card":${cardText},${rest.slice(1)}`);
  const [start, end] = scratch.add(Buffer.concat([made, about]));
  return {
    ...{ hash, changes, related },
    ...(forms.length === 0 ? {} : { forms }),
    line: [start, start + made.length, end],
    counts: only.map((name) => files[name]?.length ?? 0),
    card: markOf(cardText, tally.join('\n')),
    ...(findings.length === 0 ? {} : { findings }),
  };
}
