import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { MOST_DATA, MOST_FORM, RefusedError } from '../model/files.ts';

/** Absent on Windows, which makes links for administrators only. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
/** Nothing is waited for (a pipe without a writer), and no link is followed unseen. */
const PLAIN = constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK;

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
    file = openSync(full, PLAIN);
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

/**
 * The bytes of a plain file below a folder. What lies there is looked at when it is open, so that
 * it does not matter what was listed: links lead nowhere outside, devices and pipes are not read,
 * nor more bytes than a form or a file of data may have. Throws RefusedError.
 */
export function readInside(root: string, path: string, most = mostBytes(path)): Buffer {
  const file = openInside(root, path);
  try {
    const kind = fstatSync(file);
    if (!kind.isFile()) throw new RefusedError(path, 'special');
    if (kind.size > most) throw new RefusedError(path, 'large');
    return readWhole(file, kind.size);
  } finally {
    closeSync(file);
  }
}

/** The way from a folder to a real path; undefined when it leads out. */
export function wayInside(home: string, target: string): string | undefined {
  const way = relative(home, target);
  return isAbsolute(way) || way.split(sep)[0] === '..' ? undefined : way;
}

function mostBytes(path: string): number {
  return path.endsWith('.yaml') || path.endsWith('.yml') ? MOST_DATA : MOST_FORM;
}

function openInside(root: string, path: string): number {
  const full = `${root}/${path}`;
  try {
    return openSync(full, PLAIN);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ELOOP')) throw error;
    const target = realpathSync(full);
    if (wayInside(realpathSync(root), target) === undefined) {
      throw new RefusedError(path, 'outside');
    }
    return openSync(target, PLAIN);
  }
}

/** A file that shrinks meanwhile gives what there is. */
function readWhole(file: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  while (at < size) {
    const count = readSync(file, bytes, at, size - at, null);
    if (count === 0) break;
    at += count;
  }
  return bytes.subarray(0, at);
}
