import { toUtf8 } from './utf8.ts';

/** In characters: as much is put together before it becomes bytes. */
const PIECE = 1 << 16;

/** The bytes of many texts, one behind the other, of which no more than some are held as text. */
export function bytesOf(texts: Iterable<string>): Buffer {
  const pieces: Buffer[] = [];
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    pieces.push(toUtf8(piece));
    piece = '';
  }
  return Buffer.concat([...pieces, toUtf8(piece)]);
}
