import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { type ByteReader, ReadAhead } from './log.ts';

/**
 * What becomes known of items, in a file until it is asked for: at the size of a province it is too
 * much to be held. The file is made when it is needed and goes with `close`.
 */
export class Scratch implements ByteReader {
  readonly #path: string;
  readonly #makeFolder: () => void;
  readonly #ahead = new ReadAhead(this);
  #file: number | undefined;
  #size = 0;

  /** Takes the absolute path that the file may have, and what sees to it that its folder is there. */
  constructor(path: string, makeFolder: () => void) {
    this.#path = path;
    this.#makeFolder = makeFolder;
  }

  /** How much there is, in bytes: where the next thing will stand. */
  get size(): number {
    return this.#size;
  }

  /** Adds something and says where it stands. */
  add(bytes: Uint8Array): readonly [start: number, end: number] {
    if (this.#file === undefined) {
      this.#makeFolder();
      this.#file = makeFile(this.#path);
    }
    const start = this.#size;
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(this.#file, bytes, at, bytes.length - at, start + at);
    }
    this.#size += bytes.length;
    return [start, this.#size];
  }

  bytes(start: number, end: number): Buffer {
    return this.#ahead.bytes(start, end);
  }

  /** The same, read from the disk. */
  read(start: number, end: number): Buffer {
    const bytes = Buffer.allocUnsafe(end - start);
    for (let at = 0; at < bytes.length && this.#file !== undefined; ) {
      const read = readSync(this.#file, bytes, at, bytes.length - at, start + at);
      if (read === 0) throw new Error('the scratch file was cut off');
      at += read;
    }
    return bytes;
  }

  /** Throws everything away. */
  close(): void {
    if (this.#file === undefined) return;
    closeSync(this.#file);
    this.#file = undefined;
    rmSync(this.#path, { force: true });
  }
}

/** Never through a link that somebody put there. */
function makeFile(path: string): number {
  rmSync(path, { force: true });
  return openSync(path, 'wx+');
}
