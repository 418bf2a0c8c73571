import type { OpenBlob } from '../model/store.ts';

/** Where something stands in what is kept, in bytes. */
export type Stretch = readonly [start: number, end: number];

/** What is kept on the disk, too long to be held. */
export interface Kept {
  /** The bytes from `start` to before `end`, to be read and not to be held. */
  bytes(start: number, end: number): Buffer;
}

/** In bytes; what is kept is mostly asked for in its order, some kilobytes at a time. */
const PORTION = 1 << 16;

/** Reads ahead: what is asked for next is often at hand. */
export class Portions implements Kept {
  readonly #source: Omit<OpenBlob, 'close'>;
  #portion: Buffer = Buffer.alloc(0);
  #start = 0;

  /** Takes what may grow but never changes. */
  constructor(source: Omit<OpenBlob, 'close'>) {
    this.#source = source;
  }

  bytes(start: number, end: number): Buffer {
    if (start < this.#start || end > this.#start + this.#portion.length) {
      const most = Math.min(start + PORTION, this.#source.size);
      this.#portion = this.#source.read(start, Math.max(most, end));
      this.#start = start;
    }
    return this.#portion.subarray(start - this.#start, end - this.#start);
  }
}
