import { createHash } from 'node:crypto';
import { closeSync, readSync } from 'node:fs';

/** SHA-256 of a file's bytes, as the manifest gives it. */
export function digestOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

/** In bytes. */
const PIECE = 1 << 18;
const piece = Buffer.alloc(PIECE);

/** The same of a file that was opened, which it closes. */
export function digestOfFile(file: number): string {
  const hash = createHash('sha256');
  try {
    for (;;) {
      const read = readSync(file, piece, 0, PIECE, null);
      if (read === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}
