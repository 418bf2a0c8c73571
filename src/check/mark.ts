import { createHash } from 'node:crypto';

/** The mark that `markOf` gives of parts put together. */
export function markOfWhole(parts: Iterable<Uint8Array>): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.update('\0').digest('hex');
}

/** A short mark that differs whenever the contents do. */
export function markOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
