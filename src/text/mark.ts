import { createHash } from 'node:crypto';
import { borrowedBytes } from './utf8.ts';

/** In bytes: the length of a mark. */
export const MARK_LENGTH = 27;

/** From this length on it pays to encode a text before. */
const LONG = 256;

/** A short mark that differs whenever the parts do. */
export function markOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha1');
  for (const part of parts)
    hash.update(part.length < LONG ? part : borrowedBytes(part)).update('\0');
  return hash.digest('base64url');
}

/** The mark that `markOf` gives of parts put together. */
export function markOfWhole(parts: Iterable<Uint8Array>): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.update('\0').digest('base64url');
}
