/** Named blobs that may be lost at any time: everything in them can be made again. */
export interface Store {
  /** Known to this user's programs alone: what it does not vouch for was written by a stranger. */
  readonly key: Uint8Array;
  /** Opens a blob; undefined when there is none, or it cannot be read. */
  open(name: string): OpenBlob | undefined;
  /** Replaces a blob as a whole; does nothing where it cannot be written. */
  write(name: string, chunks: Iterable<Uint8Array>): void;
  /** Adds to the end of a blob; does nothing unless it is still `size` bytes long. */
  append(name: string, size: number, chunks: Iterable<Uint8Array>): void;
  /** Drops blobs whose names begin so but for as many as `most`, which were written last. */
  keepNewest(prefix: string, most: number): void;
}

/** A blob as it was when it was opened, whatever is written under its name meanwhile. */
export interface OpenBlob {
  /** In bytes. */
  readonly size: number;
  /** The bytes from `start` to before `end`. Throws where there are not as many. */
  read(start: number, end: number): Buffer;
  /** Closes it; may be called again. */
  close(): void;
}
