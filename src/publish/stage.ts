import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Artifact } from '../render/artifact.ts';
import { OutsideError, openFile } from '../world/inside.ts';
import { makeFolders } from '../world/make-folders.ts';

/** What the disk tells of a file's bytes and the time they were written at. */
export function stampOf({ size, mtimeMs }: Stats): string {
  return `${size} ${mtimeMs}`;
}

/** Writes files below a folder that is not published yet; several may write to the same one. */
export class StageWriter {
  readonly #stage: string;
  readonly #folders = new Set<string>();

  /** Takes an absolute path. */
  constructor(stage: string) {
    this.#stage = stage;
  }

  /**
   * Takes over a file from elsewhere on the disk, without copying where that can be; gives its stamp
   * and the SHA-256 of its bytes. Throws OutsideError when it is a link.
   */
  link(source: string, path: string): { stamp: string; digest: string } {
    const full = this.#placeFor(path);
    rmSync(full, { force: true });
    try {
      linkSync(source, full);
    } catch {
      copyFileSync(source, full, constants.COPYFILE_EXCL);
    }
    try {
      const file = openFile(full, path);
      const stamp = stampOf(fstatSync(file));
      return { stamp, digest: digestOfFile(file) };
    } catch (error) {
      // What was linked is that file: it may be linked to without being read.
      throw error instanceof OutsideError
        ? error
        : Object.assign(error as object, { path: source });
    }
  }

  /** Writes a file piece by piece; gives its stamp and the SHA-256 of its bytes. */
  writePieces(path: string, pieces: Iterable<Uint8Array>): { stamp: string; digest: string } {
    const hash = createHash('sha256');
    const stamp = this.#write(path, (file) => {
      for (const piece of pieces) {
        hash.update(piece);
        writeFileSync(file, piece);
      }
    });
    return { stamp, digest: hash.digest('hex') };
  }

  /** Writes a file and gives its stamp, which it keeps when it is moved. */
  write({ path, body }: Artifact): string {
    return this.#write(path, (file) => writeFileSync(file, body));
  }

  /** Of an error that comes up while a file is written the system does not say which file it is. */
  #write(path: string, fill: (file: number) => void): string {
    const full = this.#placeFor(path);
    const file = openNew(full);
    try {
      fill(file);
      return stampOf(fstatSync(file));
    } catch (error) {
      throw error instanceof Error ? Object.assign(error, { path: full }) : error;
    } finally {
      closeSync(file);
    }
  }

  #placeFor(path: string): string {
    const full = join(this.#stage, path);
    const folder = dirname(full);
    if (!this.#folders.has(folder)) {
      makeFolder(folder);
      this.#folders.add(folder);
    }
    return full;
  }
}

/** Two items may write to one path; what is linked there is not to be written over. */
function openNew(full: string): number {
  try {
    return openSync(full, 'wx');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    rmSync(full);
    return openSync(full, 'wx');
  }
}

/** Mostly the one above is there, and to look at all of them takes five times as long. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch {
    makeFolders(folder);
  }
}

/** SHA-256 of a file's bytes, as the manifest gives it. */
export function digestOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

/** In bytes. */
const PIECE = 1 << 18;
const piece = Buffer.alloc(PIECE);

/** The same of a file that was opened, which it closes. */
export function digestOfFile(file: number): string {
  const hash = createHash('sha256');
  try {
    for (;;) {
      const read = readSync(file, piece, 0, PIECE, null);
      if (read === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}
