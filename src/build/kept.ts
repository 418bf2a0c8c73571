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

/** Two blobs as one, the second behind the first. */
export function joined(first: OpenBlob, second: OpenBlob): OpenBlob {
  const between = first.size;
  return {
    size: between + second.size,
    read: (start, end) => {
      if (end <= between) return first.read(start, end);
      if (start >= between) return second.read(start - between, end - between);
      return Buffer.concat([first.read(start, between), second.read(0, end - between)]);
    },
    close: () => {
      first.close();
      second.close();
    },
  };
}
