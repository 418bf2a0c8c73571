/** Named blobs that may be lost at any time: everything in them can be made again. */
export interface Store {
  /** Undefined when there is none, or it can't be read. */
  read(name: string): Uint8Array | undefined;
  /** Replaces a blob as a whole; does nothing where it can't be written. */
  write(name: string, chunks: Iterable<Uint8Array>): void;
  /** Drops the oldest of the blobs whose names begin so, until there are no more than `most`. */
  keepNewest?(prefix: string, most: number): void;
}
