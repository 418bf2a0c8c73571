import { createHash } from 'node:crypto';
import type { OpenBlob } from '../model/store.ts';
import { markOfWhole } from '../text/mark.ts';

/** Passes parts on and gives the mark of all of them, as `markOfWhole`, when they are through. */
export function* marked(parts: Iterable<Uint8Array>, done: (mark: string) => void) {
  const hash = createHash('sha1');
  for (const part of parts) {
    hash.update(part);
    yield part;
  }
  done(hash.update('\0').digest('base64url'));
}

/** The mark of a blob, read piece by piece; the same as that of its bytes. */
export function markOfBlob(blob: OpenBlob): string {
  return markOfWhole(piecesOf(blob));
}

function* piecesOf({ size, read }: OpenBlob): Iterable<Uint8Array> {
  for (let at = 0; at < size; at += PIECE) yield read(at, Math.min(at + PIECE, size));
}

/** In bytes. */
const PIECE = 1 << 20;

/** SHA-256 of a file's bytes, as the manifest gives it. */
export function digestOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}
