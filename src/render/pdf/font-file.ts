import { viewOf } from './face.ts';

/** A table of a font file. */
export type FontTable = readonly [tag: string, bytes: Uint8Array];

/** A TrueType file of these tables, which are given in the order of their tags. */
export function fontFile(tables: readonly FontTable[]): Uint8Array {
  const start = 12 + tables.length * 16;
  const length = tables.reduce((sum, [, table]) => sum + padded(table.length), start);
  const bytes = new Uint8Array(length);
  const view = viewOf(bytes);
  view.setUint32(0, 0x10000);
  view.setUint16(4, tables.length);
  // For a binary search among six entries: sixteen bytes times four, the power of two below six.
  view.setUint16(6, 64);
  view.setUint16(8, 2);
  view.setUint16(10, tables.length * 16 - 64);
  let offset = start;
  tables.forEach(([tag, table], index) => {
    const entry = 12 + index * 16;
    const end = offset + padded(table.length);
    bytes.set(table, offset);
    for (let letter = 0; letter < 4; letter += 1) bytes[entry + letter] = tag.charCodeAt(letter);
    view.setUint32(entry + 4, checksum(view, offset, end));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, table.length);
    offset = end;
  });
  return bytes;
}

/** Sum of the words from `start` to `end`, both multiples of four. */
function checksum(view: DataView, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at += 4) sum = (sum + view.getUint32(at)) | 0;
  return sum >>> 0;
}

/** The next multiple of four. */
export function padded(length: number): number {
  return (length + 3) & ~3;
}
