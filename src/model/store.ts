/** Named blobs that may be lost at any time: everything in them can be made again. */
export interface Store {
  /** Undefined when there is none, or it can't be read. */
  read(name: string): Uint8Array | undefined;
  /** Opens a blob that may be too long to be held; undefined as above. */
  open(name: string): OpenBlob | undefined;
  /** Replaces a blob as a whole; does nothing where it can't be written. */
  write(name: string, chunks: Iterable<Uint8Array>): void;
  /**
   * Drops blobs whose names begin so, until there are no more than `most` groups of them: names that
   * differ behind a full stop only go together, and the groups written last stay.
   */
  keepNewest?(prefix: string, most: number): void;
}

/** A blob as it was when it was opened, whatever is written under its name meanwhile. */
export interface OpenBlob {
  /** In bytes. */
  readonly size: number;
  /** The bytes from `start` to before `end`. */
  read(start: number, end: number): Buffer;
  /** Lets go of it; may be called again. */
  close(): void;
}
