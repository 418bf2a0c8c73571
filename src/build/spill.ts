import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

/** Where something stands in a spill. */
export type Stretch = readonly [start: number, end: number];

/**
 * What is known at length of items, laid down in a file until it is asked for: at the size of a
 * province it is too much to be held. The file is made when it is needed and goes with `close`.
 */
export class Spill {
  readonly #path: string;
  #file: number | undefined;
  #end = 0;

  /** Takes the absolute path that the file may have. */
  constructor(path: string) {
    this.#path = path;
  }

  /** Lays a text down and says where. */
  add(text: string): Stretch {
    this.#file ??= openSync(this.#path, 'w+');
    const bytes = Buffer.from(text);
    const start = this.#end;
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(this.#file, bytes, at, bytes.length - at, start + at);
    }
    this.#end += bytes.length;
    return [start, this.#end];
  }

  /** What was laid down there. */
  bytes([start, end]: Stretch): Buffer {
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
