import { createHash } from 'node:crypto';

/** A short mark that differs whenever the contents do. */
export function markOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
