import { type Face, viewOf } from './face.ts';
import { type DeflatedFont, deflateFont } from './font-file.ts';
import { GlyphPacker, type Packed } from './glyph-packer.ts';

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

  /** A TrueType file with only these glyphs, deflated; its parts of composite glyphs come last. */
  deflated(): DeflatedFont {
    const packer = packerOf(this.face);
    const glyphs = this.#outlines(packer);
    const loca = new Uint8Array((glyphs.length + 1) * 4);
    const view = viewOf(loca);
    let [length, words] = [0, 0];
    glyphs.forEach((glyph, number) => {
      length += glyph.length;
      words = (words + glyph.words) | 0;
      view.setUint32((number + 1) * 4, length);
    });
    return deflateFont(packer, glyphs, { length, words }, [
      ['head', patched(this.face, 'head', 50, 1)],
      ['hhea', patched(this.face, 'hhea', 34, glyphs.length)],
      ['hmtx', this.#metrics()],
      ['loca', loca],
      ['maxp', patched(this.face, 'maxp', 4, glyphs.length)],
    ]);
  }

  #outlines(packer: GlyphPacker): Packed[] {
    const outlines: Packed[] = [];
    for (let number = 0; number < this.glyphs.length; number += 1) {
      const glyph = this.glyphs[number] ?? 0;
      outlines.push(packer.glyph(glyph) ?? packer.pack(this.#renumbered(this.face.outline(glyph))));
    }
    return outlines;
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

const WORDS = 0x1;
const SCALE = 0x8;
const MORE = 0x20;
const XY_SCALE = 0x40;
const MATRIX = 0x80;

function patched(face: Face, tag: string, offset: number, value: number): Uint8Array {
  const table = face.tables.get(tag)?.slice() ?? new Uint8Array(64);
  viewOf(table).setUint16(offset, value);
  if (tag === 'head') viewOf(table).setUint32(8, 0);
  return table;
}

const packers = new WeakMap<Face, GlyphPacker>();

function packerOf(face: Face): GlyphPacker {
  const packer = packers.get(face) ?? new GlyphPacker(face);
  packers.set(face, packer);
  return packer;
}
