/** Named blobs that may be lost at any time: everything in them can be made again. */
export interface Store {
  /** Undefined when there is none, or it can't be read. */
  read(name: string): Uint8Array | undefined;
  /** Replaces a blob as a whole; does nothing where it can't be written. */
  write(name: string, chunks: readonly Uint8Array[]): void;
}
