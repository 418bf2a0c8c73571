import { type Face, viewOf } from './face.ts';

/** The characters of one face that a document uses; numbered in order of first use. */
export class FaceSubset {
  /** Glyph of each number; 0 is .notdef. */
  readonly glyphs: number[] = [0];
  /** Code point of each number; 0 for .notdef and parts of composite glyphs. */
  readonly codes: number[] = [0];
  readonly #numbers = new Map<number, number>();
  readonly face: Face;

  constructor(face: Face) {
    this.face = face;
  }

  /**
   * The number that prints `glyph` and is copied as `code`. Two characters that share an outline
   * get two numbers, so that copied text is what was written.
   */
  number(code: number, glyph: number): number {
    const key = code * 0x10000 + glyph;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.glyphs.length;
    this.glyphs.push(glyph);
    this.codes.push(code);
    this.#numbers.set(key, number);
    return number;
  }

  /** A TrueType file with only these glyphs; parts of composite glyphs are added at the end. */
  encode(): Uint8Array {
    const outlines = this.#outlines();
    const count = outlines.length;
    const loca = new Uint8Array((count + 1) * 4);
    const locaView = viewOf(loca);
    const glyf = new Uint8Array(outlines.reduce((sum, outline) => sum + even(outline.length), 0));
    let offset = 0;
    outlines.forEach((outline, number) => {
      glyf.set(outline, offset);
      offset += even(outline.length);
      locaView.setUint32((number + 1) * 4, offset);
    });
    return writeTables([
      ['glyf', glyf],
      ['head', patched(this.face, 'head', 50, 1)],
      ['hhea', patched(this.face, 'hhea', 34, count)],
      ['hmtx', this.#metrics()],
      ['loca', loca],
      ['maxp', patched(this.face, 'maxp', 4, count)],
    ]);
  }

  #outlines(): Uint8Array[] {
    const outlines: Uint8Array[] = [];
    for (let number = 0; number < this.glyphs.length; number += 1) {
      const outline = this.face.outline(this.glyphs[number] ?? 0);
      const composite = outline.length > 0 && viewOf(outline).getInt16(0) < 0;
      outlines.push(composite ? this.#renumbered(outline) : outline);
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

function even(length: number): number {
  return (length + 1) & ~1;
}

function patched(face: Face, tag: string, offset: number, value: number): Uint8Array {
  const table = face.tables.get(tag)?.slice() ?? new Uint8Array(64);
  viewOf(table).setUint16(offset, value);
  if (tag === 'head') viewOf(table).setUint32(8, 0);
  return table;
}

function writeTables(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const start = 12 + tables.length * 16;
  const total = tables.reduce((sum, [, table]) => sum + padded(table.length), start);
  const bytes = new Uint8Array(total);
  const view = viewOf(bytes);
  view.setUint32(0, 0x10000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 64);
  view.setUint16(8, 2);
  view.setUint16(10, tables.length * 16 - 64);
  let offset = start;
  tables.forEach(([tag, table], index) => {
    const entry = 12 + index * 16;
    bytes.set(table, offset);
    for (let at = 0; at < 4; at += 1) bytes[entry + at] = tag.charCodeAt(at);
    view.setUint32(entry + 4, checksum(view, offset, padded(table.length)));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, table.length);
    offset += padded(table.length);
  });
  return bytes;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) | 0;
  return sum >>> 0;
}
