/** Where the files of a catalogue come from: the disk, a git revision, memory. */
export interface Files {
  /** Paths of all files, relative to the root, with `/`, sorted; folders are not listed. */
  list(): string[];
  /** The bytes of a listed file. Throws when the file can't be read. */
  read(path: string): Uint8Array;
  /** Listed paths that are symbolic links to a place outside the root. */
  escapes(): ReadonlySet<string>;
  /**
   * A mark of a listed file that changes whenever the file does, without reading it; undefined
   * when that can not be told, as for a file written a moment ago.
   */
  stamp?(path: string): string | undefined;
}

/** Whether an error says that a file can not be read, as one that went away a moment ago. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
