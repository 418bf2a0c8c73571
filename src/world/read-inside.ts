import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { MOST_DATA, MOST_FORM, RefusedError } from '../model/files.ts';

/** Nothing is waited for (a pipe without a writer), and no link is followed unseen. */
const PLAIN = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

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
