import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Absent on Windows, which makes links for administrators only. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

/** A path that somebody else wrote leads out of the folder that it should lie in. */
export class OutsideError extends Error {
  readonly path: string;
  constructor(path: string) {
    super(path);
    this.name = 'OutsideError';
    this.path = path;
  }
}

/** Whether a path, with `/`, leads below the folder that it is read from, as far as it is written. */
export function isInside(path: unknown): path is string {
  if (typeof path !== 'string' || path === '' || /[\0\\]|^[A-Za-z]:/.test(path)) return false;
  return path.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
}

/**
 * The files below a folder, by paths that strangers wrote: none of them leads out of it, by its
 * words or through a link on its way.
 */
export class Inside {
  /** Absolute. */
  readonly root: string;
  readonly #folders = new Set<string>(['.']);

  constructor(root: string) {
    this.root = root;
  }

  /** The absolute path of a file, whose folder is there, and no link. Throws OutsideError. */
  find(path: string): string {
    return this.#place(path, false);
  }

  /** The same, whose folder is made if it has to be. */
  make(path: string): string {
    return this.#place(path, true);
  }

  /** Opens a file to read it. Throws OutsideError for a link, or anything else that is no file. */
  open(path: string): number {
    return openFile(this.find(path), path);
  }

  /** The bytes of a file. Throws as `open`. */
  read(path: string): Buffer {
    return readFile(this.find(path), path);
  }

  #place(path: string, make: boolean): string {
    if (!isInside(path)) throw new OutsideError(path);
    this.#enter(dirname(path), path, make);
    return join(this.root, path);
  }

  /** Looks at each folder on the way once. */
  #enter(folder: string, path: string, make: boolean): void {
    if (this.#folders.has(folder)) return;
    this.#enter(dirname(folder), path, make);
    const full = join(this.root, folder);
    const found = lstatSync(full, { throwIfNoEntry: false });
    if (found === undefined && make) mkdirSync(full);
    else if (found !== undefined && !found.isDirectory()) throw new OutsideError(path);
    if (found !== undefined || make) this.#folders.add(folder);
  }
}

/** Opens a file to read it, if it is one: no link, no pipe. Throws OutsideError with its name. */
export function openFile(full: string, name: string): number {
  let file: number;
  try {
    file = openSync(full, constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    const link = error instanceof Error && 'code' in error && error.code === 'ELOOP';
    throw link ? new OutsideError(name) : error;
  }
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  throw new OutsideError(name);
}

/** The bytes of a file that `openFile` may open. */
export function readFile(full: string, name: string): Buffer {
  const file = openFile(full, name);
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}
