import type { OpenBlob } from '../model/store.ts';

/** Bytes that are kept on the disk, too many to be held. */
export interface ByteReader {
  /** The bytes from `start` to before `end`, to be read and not to be held. */
  bytes(start: number, end: number): Buffer;
}

/** In bytes; what is kept is mostly asked for in its order, some kilobytes at a time. */
const PORTION = 1 << 16;

/** Reads more than is asked for: what is asked for next is often at hand. */
export class ReadAhead implements ByteReader {
  readonly #source: Pick<OpenBlob, 'size' | 'read'>;
  #portion: Buffer = Buffer.alloc(0);
  #start = 0;

  /** Takes what may grow but never changes. */
  constructor(source: Pick<OpenBlob, 'size' | 'read'>) {
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
