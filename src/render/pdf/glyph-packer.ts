import { BitString } from './bit-string.ts';
import { type Face, viewOf } from './face.ts';
import { type Codes, huffmanCodes } from './huffman.ts';
import { findRepetitions } from './repetitions.ts';

/** A piece of a font file, packed once, and what its sums add to those of the whole. */
export interface Packed {
  readonly bits: BitString;
  /** Bytes before packing, a multiple of four. */
  readonly length: number;
  /** Sum of the bytes, and of the bytes times how far they are from the end, for Adler-32. */
  readonly sum: number;
  readonly rising: number;
  /** Sum of the big-endian words, for the table's checksum. */
  readonly words: number;
}

const BASES = {
  length: [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ],
  distance: [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ],
};
const ZLIB = 0x9c78;
const END = 256;
/** Literals, the end and lengths; distances. */
const SYMBOLS = [286, 30] as const;
/** Glyphs whose outlines the codes are made for. */
const SAMPLE = 240;

/**
 * Deflates the outlines of one face glyph by glyph, all with the same codes, so that what was
 * packed for one document is only copied into the next. Repetitions are looked for within a glyph.
 */
export class GlyphPacker {
  readonly #face: Face;
  readonly #literals: Codes;
  readonly #distances: Codes;
  readonly #packed = new Map<number, Packed>();

  constructor(face: Face) {
    this.#face = face;
    const counts = SYMBOLS.map((count) => new Array<number>(count).fill(0)) as [number[], number[]];
    const count = (kind: 0 | 1, symbol: number) => {
      counts[kind][symbol] = (counts[kind][symbol] ?? 0) + 1;
    };
    const step = Math.max(1, Math.floor(face.count / SAMPLE));
    for (let glyph = 0; glyph < face.count; glyph += step) {
      findRepetitions(padded(face.outline(glyph)), (literal, length, distance) => {
        count(0, length === 0 ? literal : END + 1 + stepOf(BASES.length, length));
        if (length > 0) count(1, stepOf(BASES.distance, distance));
      });
    }
    this.#literals = huffmanCodes(counts[0]);
    this.#distances = huffmanCodes(counts[1]);
  }

  /** The head of a zlib stream whose first block has this packer's codes; `count` bits follow. */
  open(count: number): BitString {
    const bits = new BitString(count + 2048);
    bits.add(ZLIB, 16);
    bits.add(0b100, 3);
    bits.add(SYMBOLS[0] - 257, 5);
    bits.add(SYMBOLS[1] - 1, 5);
    bits.add(15, 4);
    for (const order of CODE_LENGTH_ORDER) bits.add(order < 16 ? 4 : 0, 3);
    for (const { lengths } of [this.#literals, this.#distances]) {
      for (const length of lengths) bits.add(NIBBLES[length] ?? 0, 4);
    }
    return bits;
  }

  /** Ends the block and fills up to a whole byte, by an empty block without packing. */
  close(bits: BitString): void {
    this.#literal(bits, END);
    bits.add(0, 3);
    bits.add(0, (8 - (bits.length & 7)) & 7);
    bits.add(0xffff0000, 32);
  }

  /** A glyph's outline, packed at its first use; undefined for one that is made of others. */
  glyph(glyph: number): Packed | undefined {
    const known = this.#packed.get(glyph);
    if (known) return known;
    const outline = this.#face.outline(glyph);
    if (outline.length > 0 && viewOf(outline).getInt16(0) < 0) return undefined;
    const fresh = this.pack(outline);
    this.#packed.set(glyph, fresh);
    return fresh;
  }

  /** Packs any bytes, filled up to a multiple of four. */
  pack(raw: Uint8Array): Packed {
    const bytes = padded(raw);
    const bits = new BitString();
    findRepetitions(bytes, (literal, length, distance) => {
      if (length === 0) this.#literal(bits, literal);
      else this.#repetition(bits, length, distance);
    });
    return { bits, ...sumsOf(bytes) };
  }

  #literal(bits: BitString, symbol: number): void {
    bits.add(this.#literals.codes[symbol] ?? 0, this.#literals.lengths[symbol] ?? 0);
  }

  #repetition(bits: BitString, length: number, distance: number): void {
    const long = stepOf(BASES.length, length);
    this.#literal(bits, END + 1 + long);
    const extra = long < 8 || long === 28 ? 0 : (long >> 2) - 1;
    bits.add(length - (BASES.length[long] ?? 0), extra);
    const far = stepOf(BASES.distance, distance);
    bits.add(this.#distances.codes[far] ?? 0, this.#distances.lengths[far] ?? 0);
    bits.add(distance - (BASES.distance[far] ?? 0), far < 4 ? 0 : (far >> 1) - 1);
  }
}

/** Order in which deflate tells the lengths of the codes for code lengths. */
const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The sixteen code lengths as codes of four bits, turned round. */
const NIBBLES = Array.from(
  { length: 16 },
  (_, value) => ((value & 1) << 3) | ((value & 2) << 1) | ((value & 4) >> 1) | (value >> 3),
);

/** Index of the highest base that is not above a value. */
function stepOf(bases: readonly number[], value: number): number {
  let step = bases.length - 1;
  while ((bases[step] ?? 0) > value) step -= 1;
  return step;
}

function padded(bytes: Uint8Array): Uint8Array {
  if (bytes.length % 4 === 0) return bytes;
  const longer = new Uint8Array((bytes.length + 3) & ~3);
  longer.set(bytes);
  return longer;
}

function sumsOf(bytes: Uint8Array): Omit<Packed, 'bits'> {
  let sum = 0;
  let rising = 0;
  let words = 0;
  bytes.forEach((byte, index) => {
    sum += byte;
    rising += byte * (bytes.length - index);
    words = (words + (byte << ((3 - (index & 3)) * 8))) | 0;
  });
  return { length: bytes.length, sum, rising, words };
}
