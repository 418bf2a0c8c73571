import { deflatedRaw } from './deflated.ts';
import { viewOf } from './face.ts';
import type { GlyphPacker, Packed } from './glyph-packer.ts';

/** A font file as PDF embeds it, and its length before deflating. */
export interface DeflatedFont {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** A table of the file besides the outlines. */
export type FontTable = readonly [tag: string, bytes: Uint8Array];

/** Where a table stands in the file, and its checksum. */
interface Entry {
  readonly tag: string;
  readonly length: number;
  readonly words: number;
}

/** What Adler-32 counts by. */
const ADLER = 65_521;
/** Bytes whose sums stay small whole numbers. */
const WITHIN = 2048;

/** The file: directory and outlines as they were packed, then the other tables, by tag. */
export function deflateFont(
  packer: GlyphPacker,
  outlines: readonly Packed[],
  glyf: Omit<Entry, 'tag'>,
  tables: readonly FontTable[],
): DeflatedFont {
  const rest = joinTables(tables);
  const directory = packer.pack(
    directoryOf([
      { tag: 'glyf', ...glyf },
      ...tables.map(([tag, { length }], index) => ({ tag, length, words: rest.sums[index] ?? 0 })),
    ]),
  );
  const parts = [directory, ...outlines];
  const bits = packer.open(parts.reduce((sum, part) => sum + part.bits.length, 0));
  let [a, b] = [1, 0];
  for (const part of parts) {
    bits.append(part.bits);
    b = (b + a * part.length + part.rising) % ADLER;
    a = (a + part.sum) % ADLER;
  }
  packer.close(bits);
  for (let start = 0; start < rest.bytes.length; start += WITHIN) {
    const end = Math.min(start + WITHIN, rest.bytes.length);
    for (let at = start; at < end; at += 1) {
      a += rest.bytes[at] ?? 0;
      b += a;
    }
    a %= ADLER;
    b %= ADLER;
  }
  const adler = Uint8Array.of(b >> 8, b & 255, a >> 8, a & 255);
  return {
    bytes: Buffer.concat([bits.bytes(), deflatedRaw(rest.bytes), adler]),
    length: directory.length + glyf.length + rest.bytes.length,
  };
}

/** The tables one after the other, each at a multiple of four, and their checksums. */
function joinTables(tables: readonly FontTable[]): { bytes: Uint8Array; sums: number[] } {
  const bytes = new Uint8Array(tables.reduce((sum, [, table]) => sum + padded(table.length), 0));
  const view = viewOf(bytes);
  let offset = 0;
  const sums = tables.map(([, table]) => {
    bytes.set(table, offset);
    let sum = 0;
    const end = offset + padded(table.length);
    for (; offset < end; offset += 4) sum = (sum + view.getUint32(offset)) | 0;
    return sum;
  });
  return { bytes, sums };
}

function directoryOf(entries: readonly Entry[]): Uint8Array {
  const bytes = new Uint8Array(12 + entries.length * 16);
  const view = viewOf(bytes);
  view.setUint32(0, 0x10000);
  view.setUint16(4, entries.length);
  view.setUint16(6, 64);
  view.setUint16(8, 2);
  view.setUint16(10, entries.length * 16 - 64);
  let offset = bytes.length;
  entries.forEach(({ tag, length, words }, index) => {
    const at = 12 + index * 16;
    for (let letter = 0; letter < 4; letter += 1) bytes[at + letter] = tag.charCodeAt(letter);
    view.setUint32(at + 4, words);
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, length);
    offset += padded(length);
  });
  return bytes;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
