import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Artifact } from '../render/artifact.ts';

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

  /** Takes over a file from elsewhere on the disk, without copying where that can be. */
  link(source: string, path: string): string {
    const full = this.#placeFor(path);
    try {
      linkSync(source, full);
    } catch {
      copyFileSync(source, full);
    }
    return stampOf(statSync(full));
  }

  /** Writes a file piece by piece; gives its stamp and the SHA-256 of its bytes. */
  writePieces(path: string, pieces: Iterable<Uint8Array>): { stamp: string; digest: string } {
    const hash = createHash('sha256');
    const file = openSync(this.#placeFor(path), 'w');
    try {
      for (const piece of pieces) {
        hash.update(piece);
        writeFileSync(file, piece);
      }
      return { stamp: stampOf(fstatSync(file)), digest: hash.digest('hex') };
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

  /** Writes a file and gives its stamp, which it keeps when it is moved. */
  write({ path, body }: Artifact): string {
    const full = this.#placeFor(path);
    const file = openSync(full, 'w');
    try {
      writeFileSync(file, body);
      return stampOf(fstatSync(file));
    } finally {
      closeSync(file);
    }
  }
}

/** Mostly the one above is there, and to look at all of them takes five times as long. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch {
    mkdirSync(folder, { recursive: true });
  }
}
