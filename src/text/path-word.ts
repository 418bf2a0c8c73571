import { markOf } from './mark.ts';

/** Of a part of a path, in bytes: disks take 255, and names get a kind and an extension. */
const MOST = 100;
/** Characters of the mark that tells long words apart. */
const MARK = 10;
/** Names that Windows keeps for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * An id as a part of a path: the id itself when it is one, else without what could lead elsewhere
 * and cut where it is long. A catalogue that is built in spite of its errors may hold any id.
 */
export function pathWord(id: string): string {
  const word = /^[\w-]+$/.test(id) ? id : id.replace(/[^\p{L}\p{N}_-]+/gu, '-');
  if (DEVICE.test(word)) return `${word}-`;
  return Buffer.byteLength(word) <= MOST ? word : cutWord(word, id);
}

/** The beginning of a long word, with a mark of all of it. */
function cutWord(word: string, whole: string): string {
  let kept = '';
  for (const character of word) {
    if (Buffer.byteLength(kept + character) > MOST - MARK - 1) break;
    kept += character;
  }
  return `${kept}-${markOf(whole).slice(0, MARK)}`;
}
