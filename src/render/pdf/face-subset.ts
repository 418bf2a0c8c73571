import { type Face, viewOf } from './face.ts';
import { fontFile, padded } from './font-file.ts';

/** The characters of one face that a document uses; numbered in order of first use. */
export class FaceSubset {
  /** Glyph of each number; 0 is .notdef. */
  readonly glyphs: number[] = [0];
  /** Code point of each number; 0 for .notdef and parts of composite glyphs. */
  readonly codes: number[] = [0];
  /** First number of each glyph, and those of characters that share one with another. */
  readonly #numbers = new Map<number, number>();
  readonly #others = new Map<number, number>();
  readonly face: Face;

  constructor(face: Face) {
    this.face = face;
  }

  /**
   * The number that prints `glyph` and is copied as `code`. Two characters that share an outline
   * get two numbers, so that copied text is what was written.
   */
  number(code: number, glyph: number): number {
    const first = this.#numbers.get(glyph);
    if (first !== undefined && this.codes[first] === code) return first;
    const key = code * 0x10000 + glyph;
    const known = first === undefined ? undefined : this.#others.get(key);
    if (known !== undefined) return known;
    const number = this.glyphs.push(glyph) - 1;
    this.codes.push(code);
    if (first === undefined) this.#numbers.set(glyph, number);
    else this.#others.set(key, number);
    return number;
  }

  /** A TrueType file of these glyphs only; parts of composite glyphs are added at the end. */
  file(): Uint8Array {
    const { glyf, loca } = this.#outlines();
    return fontFile([
      ['glyf', glyf],
      ['head', patched(this.face, 'head', 50, LONG_OFFSETS)],
      ['hhea', patched(this.face, 'hhea', 34, this.glyphs.length)],
      ['hmtx', this.#metrics()],
      ['loca', loca],
      ['maxp', patched(this.face, 'maxp', 4, this.glyphs.length)],
    ]);
  }

  /** The outlines one after the other, each at a multiple of four, and where each begins. */
  #outlines(): { glyf: Uint8Array; loca: Uint8Array } {
    const outlines: Uint8Array[] = [];
    let length = 0;
    // Renumbering a composite glyph appends its parts, which this loop then reaches.
    for (let number = 0; number < this.glyphs.length; number += 1) {
      const outline = this.face.outline(this.glyphs[number] ?? 0);
      const own = isComposite(outline) ? this.#renumbered(outline) : outline;
      outlines.push(own);
      length += padded(own.length);
    }
    const glyf = new Uint8Array(length);
    const loca = new Uint8Array((outlines.length + 1) * 4);
    const offsets = viewOf(loca);
    let offset = 0;
    outlines.forEach((outline, number) => {
      glyf.set(outline, offset);
      offset += padded(outline.length);
      offsets.setUint32((number + 1) * 4, offset);
    });
    return { glyf, loca };
  }

  #renumbered(outline: Uint8Array): Uint8Array {
    const copy = outline.slice();
    const view = viewOf(copy);
    let offset = 10;
    for (let flags = MORE; flags & MORE; ) {
      flags = view.getUint16(offset);
      view.setUint16(offset + 2, this.number(0, view.getUint16(offset + 2)));
      offset += 4 + (flags & WORDS ? 4 : 2);
      offset += flags & SCALE ? 2 : flags & XY_SCALE ? 4 : flags & MATRIX ? 8 : 0;
    }
    return copy;
  }

  #metrics(): Uint8Array {
    const hmtx = new Uint8Array(this.glyphs.length * 4);
    const view = viewOf(hmtx);
    this.glyphs.forEach((glyph, number) => {
      const units = (this.face.advance(glyph) * this.face.unitsPerEm) / 1000;
      view.setUint16(number * 4, Math.round(units));
      view.setInt16(number * 4 + 2, this.face.bearing(glyph));
    });
    return hmtx;
  }
}

/** Offsets in `loca` are words of four bytes. */
const LONG_OFFSETS = 1;

/** Flags of a part of a composite glyph. */
const WORDS = 0x1;
const SCALE = 0x8;
const MORE = 0x20;
const XY_SCALE = 0x40;
const MATRIX = 0x80;

function isComposite(outline: Uint8Array): boolean {
  return outline.length > 0 && viewOf(outline).getInt16(0) < 0;
}

/** A copy of a table of the face with another number at an offset. */
function patched(face: Face, tag: string, offset: number, value: number): Uint8Array {
  const table = face.tables.get(tag)?.slice() ?? new Uint8Array(64);
  viewOf(table).setUint16(offset, value);
  // The checksum of the whole file, which a file inside a PDF goes without.
  if (tag === 'head') viewOf(table).setUint32(8, 0);
  return table;
}
