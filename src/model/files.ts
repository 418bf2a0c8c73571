/** Where the files of a catalogue come from: the disk, a git revision, memory. */
export interface Files {
  /** Paths of all files, relative to the root, with `/`, sorted; folders are not listed. */
  list(): string[];
  /** The bytes of a listed file. Throws when the file cannot be read or is refused. */
  read(path: string): Uint8Array;
  /** Listed paths that are not read, whatever they hold: see `Refusal`. */
  escapes(): ReadonlySet<string>;
  /** Why a listed path is not read; a link out of the root where that cannot be told. */
  refusal?(path: string): Refusal | undefined;
  /**
   * A mark of a listed file that changes whenever the file does, without reading it; undefined
   * when that cannot be told, as for a file written a moment ago.
   */
  stamp?(path: string): string | undefined;
}

/**
 * Why a path is not read: a link out of the root, or to a file that is not listed; a link to
 * nothing; a device, pipe or socket; a name that is not UTF-8 or has characters that nobody sees;
 * a folder where a file is expected; a folder that cannot be read, or lies too deep.
 */
export type Refusal =
  | 'outside'
  | 'dangling'
  | 'special'
  | 'name'
  | 'folder'
  | 'unreadable'
  | 'deep';

/** The largest files that are read, in bytes: of data, and of forms. */
export const MOST_DATA = 1024 * 1024;
export const MOST_FORM = 20 * 1024 * 1024;

/** How many folders and names the path of a file may have. */
export const MOST_DEPTH = 8;

/** A listed file that is not read: too large, or other than it was when it was listed. */
export class RefusedError extends Error {
  readonly path: string;
  readonly why: Refusal | 'large';

  constructor(path: string, why: Refusal | 'large') {
    super(`${path}: ${why}`);
    this.path = path;
    this.why = why;
  }
}

/** Whether an error says that a file cannot be read, as one that went away a moment ago. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof RefusedError || (error instanceof Error && 'syscall' in error);
}

/** The bytes of a listed file, or why it cannot be read: either changes when the file does. */
export function bytesOrWhy(path: string, files: Pick<Files, 'read'>): Uint8Array | string {
  try {
    return files.read(path);
  } catch (error) {
    if (isUnreadable(error)) return String(error);
    throw error;
  }
}
