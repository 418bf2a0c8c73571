import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { fromUtf8 } from '../text/utf8.ts';
import { PART, type PartHead, type PartItem } from './part.ts';

/** A part of a build, as it was found. */
export interface FoundPart {
  /** Absolute. */
  readonly folder: string;
  readonly head: PartHead;
}

/** The file of a part ends too early, or in the middle of a line. */
export class CutOffError extends Error {
  readonly folder: string;
  constructor(folder: string) {
    super(folder);
    this.name = 'CutOffError';
    this.folder = folder;
  }
}

/** Reads what a part says of itself. Throws CutOffError, or the error of the disk. */
export function openPart(folder: string): FoundPart {
  for (const line of linesIn(folder)) {
    // Written by `partFile`; another version's is told by its version before more is asked of it.
    return { folder, head: parsed(line, folder) as PartHead };
  }
  throw new CutOffError(folder);
}

/** The items of a part in the order of the catalogue, read one by one. Throws CutOffError. */
export function* itemsOf({ folder, head }: FoundPart): Iterable<PartItem> {
  let count = -1;
  for (const line of linesIn(folder)) {
    count += 1;
    // The first line is the head; the others were written by `partFile` of the same version.
    if (count > 0) yield parsed(line, folder) as PartItem;
  }
  if (count !== head.items) throw new CutOffError(folder);
}

function parsed(line: string, folder: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new CutOffError(folder);
  }
}

/** In bytes: many parts are read at a time. */
const PIECE = 1 << 16;
const LINE_BREAK = 10;

/** The lines of a part's file, piece by piece; each has to end with a line break. */
function* linesIn(folder: string): Iterable<string> {
  const file = openSync(join(folder, PART), 'r');
  try {
    const last = Buffer.alloc(1);
    const { size } = fstatSync(file);
    if (readSync(file, last, 0, 1, Math.max(0, size - 1)) === 0 || last[0] !== LINE_BREAK) {
      throw new CutOffError(folder);
    }
    let begun: Buffer[] = [];
    for (let at = 0; at < size; ) {
      const piece = Buffer.allocUnsafe(PIECE);
      const read = readSync(file, piece, 0, PIECE, at);
      if (read === 0) throw new CutOffError(folder);
      at += read;
      let start = 0;
      for (;;) {
        const end = piece.subarray(0, read).indexOf(LINE_BREAK, start);
        if (end === -1) break;
        yield fromUtf8(Buffer.concat([...begun, piece.subarray(start, end)]));
        begun = [];
        start = end + 1;
      }
      begun.push(piece.subarray(start, read));
    }
  } finally {
    closeSync(file);
  }
}
