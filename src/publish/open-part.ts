import { closeSync, fstatSync, readSync } from 'node:fs';
import { fromUtf8 } from '../text/utf8.ts';
import { Inside, OutsideError } from '../world/inside.ts';
import { MARKER, readManifest } from './manifest.ts';
import { PART, type PartHead, type PartItem } from './part.ts';
import { isPartHead, isPartItem } from './part-shape.ts';
import { digestOfFile } from './stage.ts';
import { filesBelow } from './tree.ts';

/** A part of a build, as it was found. */
export interface FoundPart {
  /** Absolute. */
  readonly folder: string;
  readonly head: PartHead;
  /** Digests of all its files, by path, as its manifest lists them. */
  readonly files: ReadonlyMap<string, string>;
}

/** What is wrong with a part: it is no part, or a file of it is. */
export type PartFault = 'none' | 'cut-off' | 'missing' | 'foreign' | 'changed';

/** A part that is not as it was built. */
export class BrokenPartError extends Error {
  readonly folder: string;
  readonly fault: PartFault;
  /** The file that it shows in, below the folder. */
  readonly path: string;

  constructor(folder: string, fault: PartFault, path: string = PART) {
    super(`${folder}: ${path} (${fault})`);
    this.name = 'BrokenPartError';
    this.folder = folder;
    this.fault = fault;
    this.path = path;
  }
}

/** Reads what a part says of itself. Throws BrokenPartError. */
export function openPart(folder: string): FoundPart {
  const found = filesBelow(folder);
  if (!found.has(PART)) throw new BrokenPartError(folder, 'none');
  const files = manifestIn(folder, found);
  for (const path of found.keys()) {
    if (path !== MARKER && !files.has(path)) throw new BrokenPartError(folder, 'foreign', path);
  }
  for (const path of files.keys()) {
    if (!found.has(path)) throw new BrokenPartError(folder, 'missing', path);
  }
  if (digestIn(folder, PART) !== files.get(PART)) throw new BrokenPartError(folder, 'cut-off');
  const [line] = linesIn(folder);
  const head = line === undefined ? undefined : parsed(line, folder);
  if (!isPartHead(head)) throw new BrokenPartError(folder, 'cut-off');
  return { folder, head, files };
}

function manifestIn(folder: string, found: ReadonlyMap<string, string>) {
  if (!found.has(MARKER)) throw new BrokenPartError(folder, 'missing', MARKER);
  const files = guarded(folder, MARKER, (part) => readManifest(part.read(MARKER)));
  if (files === undefined) throw new BrokenPartError(folder, 'changed', MARKER);
  return files;
}

/** SHA-256 of a file of a part. */
function digestIn(folder: string, path: string): string {
  return guarded(folder, path, (part) => digestOfFile(part.open(path)));
}

/** The bytes of a file of a part, which have to be those that its manifest lists. */
export function readPartFile({ folder, files }: FoundPart, path: string): Uint8Array {
  if (digestIn(folder, path) !== files.get(path))
    throw new BrokenPartError(folder, 'changed', path);
  return guarded(folder, path, (part) => part.read(path));
}

/** The absolute path of a file of a part; nothing on the way to it is a link. */
export function partFilePath({ folder, files }: FoundPart, path: string): string {
  if (!files.has(path)) throw new BrokenPartError(folder, 'missing', path);
  return guarded(folder, path, (part) => part.find(path));
}

/** What leads out of a part was put there by a stranger. */
function guarded<T>(folder: string, path: string, work: (part: Inside) => T): T {
  try {
    return work(new Inside(folder));
  } catch (error) {
    if (error instanceof OutsideError) throw new BrokenPartError(folder, 'changed', path);
    throw error;
  }
}

/** The items of a part in the order of the catalogue, read one by one. Throws BrokenPartError. */
export function* itemsOf({ folder, head }: FoundPart): Iterable<PartItem> {
  let count = -1;
  for (const line of linesIn(folder)) {
    count += 1;
    if (count === 0) continue;
    const item = parsed(line, folder);
    if (!isPartItem(item)) throw new BrokenPartError(folder, 'cut-off');
    yield item;
  }
  if (count !== head.items) throw new BrokenPartError(folder, 'cut-off');
}

function parsed(line: Uint8Array, folder: string): unknown {
  try {
    return JSON.parse(fromUtf8(line));
  } catch {
    throw new BrokenPartError(folder, 'cut-off');
  }
}

/** In bytes: many parts are read at a time. */
const PIECE = 1 << 16;
const LINE_BREAK = 10;
/** In bytes: the first line carries a theme and what all parts share, no other is so long. */
const LONGEST_LINE = 1 << 28;

/** The lines of a part's file, piece by piece; each has to end with a line break. */
function* linesIn(folder: string): Iterable<Buffer> {
  const file = guarded(folder, PART, (part) => part.open(PART));
  try {
    const last = Buffer.alloc(1);
    const { size } = fstatSync(file);
    if (readSync(file, last, 0, 1, Math.max(0, size - 1)) === 0 || last[0] !== LINE_BREAK) {
      throw new BrokenPartError(folder, 'cut-off');
    }
    let begun: Buffer[] = [];
    let length = 0;
    for (let at = 0; at < size; ) {
      const piece = Buffer.allocUnsafe(PIECE);
      const read = readSync(file, piece, 0, PIECE, at);
      if (read === 0) throw new BrokenPartError(folder, 'cut-off');
      at += read;
      let start = 0;
      for (;;) {
        const end = piece.subarray(0, read).indexOf(LINE_BREAK, start);
        if (end === -1) break;
        yield Buffer.concat([...begun, piece.subarray(start, end)]);
        begun = [];
        length = 0;
        start = end + 1;
      }
      begun.push(piece.subarray(start, read));
      length += read - start;
      if (length > LONGEST_LINE) throw new BrokenPartError(folder, 'cut-off');
    }
  } finally {
    closeSync(file);
  }
}
