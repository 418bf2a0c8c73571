import { toUtf8 } from './utf8.ts';

/** In characters: as much is put together before it becomes bytes. */
const PIECE = 1 << 16;

/** The bytes of many texts, one behind the other, piece by piece. */
export function* piecesOf(texts: Iterable<string>): Iterable<Buffer> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield toUtf8(piece);
    piece = '';
  }
  yield toUtf8(piece);
}

/** The same in one, of which no more than some are held as text. */
export function bytesOf(texts: Iterable<string>): Buffer {
  return Buffer.concat([...piecesOf(texts)]);
}
