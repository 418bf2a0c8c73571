import type { Card } from '../guide/lists/card.ts';
import type { Finding } from '../model/finding.ts';
import type { LinkedPage } from '../render/html/links.ts';
import type { OutputName } from '../render/index.ts';
import type { Tally } from '../stats/tally.ts';

/** A file of the tree as it was written. */
export interface BuiltFile {
  /** Its path below the tree's root. */
  readonly path: string;
  /** SHA-256 of its bytes, in hexadecimal digits. */
  readonly digest: string;
  /** Bytes and time of change, as the disk tells them: while they are the same, so is the file. */
  readonly stamp: string;
  /** A mark of the data that it was rendered from; absent where its bytes are compared instead. */
  readonly content?: string;
  /** Of a page that lists: where its links (`PageLinks`) stand as JSON, among those of its output. */
  readonly links?: readonly [start: number, end: number];
  /** What only showed when it was rendered. */
  readonly findings?: readonly Finding[];
}

/** Files of every output, in the order of the outputs. */
export type BuiltFiles = Readonly<Partial<Record<OutputName, readonly BuiltFile[]>>>;

/** What the rest of a site needs to know of an item. */
export interface AboutItem {
  readonly card: Card;
  /** What it gives to the figures. */
  readonly tally: Tally;
  /** What its pages link to and may be linked to by. */
  readonly pages: readonly LinkedPage[];
}

/** What was made of one item. */
export interface BuiltItem {
  /** Ids of the items whose names stand on its page. */
  readonly related: readonly string[];
  /** Paths below `forms/` that it refers to. */
  readonly forms: readonly string[];
  readonly files: BuiltFiles;
  readonly about: AboutItem;
}

/** The files of all outputs. */
export function allFiles(files: BuiltFiles): BuiltFile[] {
  return Object.values(files).flat();
}
