import { createHash } from 'node:crypto';

/** A short mark that differs whenever the parts do. */
export function markOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64url');
}

/** Passes parts on and gives the mark of all of them, put together, when they are through. */
export function* marked(parts: Iterable<Uint8Array>, done: (mark: string) => void) {
  const hash = createHash('sha1');
  for (const part of parts) {
    hash.update(part);
    yield part;
  }
  done(hash.update('\0').digest('base64url'));
}

/** SHA-256 of a file's bytes, as the manifest gives it. */
export function digestOf(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}
