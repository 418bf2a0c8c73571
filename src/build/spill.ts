import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { type Kept, Portions, type Stretch } from './kept.ts';

/**
 * What is known at length of items, laid down in a file until it is asked for: at the size of a
 * province it is too much to be held. The file is made when it is needed and goes with `close`.
 */
export class Spill implements Kept {
  readonly #path: string;
  readonly #portions = new Portions(this);
  #file: number | undefined;
  #size = 0;

  /** Takes the absolute path that the file may have. */
  constructor(path: string) {
    this.#path = path;
  }

  /** How much there is, in bytes: where the next thing will stand. */
  get size(): number {
    return this.#size;
  }

  /** Lays something down and says where. */
  add(bytes: Uint8Array): Stretch {
    this.#file ??= openSync(this.#path, 'w+');
    const start = this.#size;
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(this.#file, bytes, at, bytes.length - at, start + at);
    }
    this.#size += bytes.length;
    return [start, this.#size];
  }

  bytes(start: number, end: number): Buffer {
    return this.#portions.bytes(start, end);
  }

  /** The same, read from the disk. */
  read(start: number, end: number): Buffer {
    const bytes = Buffer.allocUnsafe(end - start);
    for (let at = 0; at < bytes.length && this.#file !== undefined; ) {
      const read = readSync(this.#file, bytes, at, bytes.length - at, start + at);
      if (read === 0) throw new Error('what was laid down is gone');
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
