import { boxGlyphs } from './box-glyphs.ts';

/** A TrueType face read for layout and embedding; advances in thousandths of an em. */
export interface Face {
  /** PostScript name. */
  readonly name: string;
  readonly unitsPerEm: number;
  /** Number of glyphs. */
  readonly count: number;
  /** Glyph of a code point, 0 where there is none. */
  glyph(code: number): number;
  /** Advance of a glyph, in thousandths of an em. */
  advance(glyph: number): number;
  /** Left side bearing, in font units. */
  bearing(glyph: number): number;
  /** Outline of a glyph as it stands in `glyf`; empty for a blank. */
  outline(glyph: number): Uint8Array;
  /** Metrics a font descriptor wants, in thousandths of an em. */
  readonly metrics: FaceMetrics;
  /** The tables `head`, `hhea` and `maxp`, which a subset keeps but for their counts. */
  readonly tables: ReadonlyMap<string, Uint8Array>;
}

/** In thousandths of an em. */
export interface FaceMetrics {
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly box: readonly [number, number, number, number];
}

const HIGHEST = 0x32000;

/** Parses a static TrueType font. Throws when the bytes are not one. */
export function readFace(bytes: Uint8Array): Face {
  const tables = readTables(bytes);
  const head = viewOf(need(tables, 'head'));
  const unitsPerEm = head.getUint16(18);
  const count = viewOf(need(tables, 'maxp')).getUint16(4);
  const map = readCmap(need(tables, 'cmap'));
  const { advances, bearings } = readMetrics(tables, count);
  const offsets = readLoca(need(tables, 'loca'), count, head.getInt16(50) === 1);
  const glyf = need(tables, 'glyf');
  const drawn = boxGlyphs(unitsPerEm);
  drawn.forEach((box, index) => {
    map[box.code] = count + index;
  });
  return {
    name: readName(need(tables, 'name')),
    unitsPerEm,
    count,
    glyph: (code) => map[code] ?? 0,
    advance: (glyph) =>
      glyph < count
        ? ((advances[glyph] ?? 0) * 1000) / unitsPerEm
        : glyph < count + drawn.length
          ? 1000
          : 0,
    bearing: (glyph) =>
      glyph < count ? (bearings[glyph] ?? 0) : (drawn[glyph - count]?.left ?? 0),
    outline: (glyph) =>
      glyph < count
        ? glyf.subarray(offsets[glyph], offsets[glyph + 1])
        : (drawn[glyph - count]?.outline ?? new Uint8Array(0)),
    metrics: readFaceMetrics(tables, 1000 / unitsPerEm),
    tables,
  };
}

/** A view over a table's bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function need(tables: ReadonlyMap<string, Uint8Array>, tag: string): Uint8Array {
  const table = tables.get(tag);
  if (!table) throw new Error(`The font has no table ${tag}; only static TrueType fonts will do.`);
  return table;
}

function readTables(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = viewOf(bytes);
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + index * 16;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const start = view.getUint32(entry + 8);
    const end = start + view.getUint32(entry + 12);
    if (end > bytes.length) throw new RangeError(`the font ends within ${tag}`);
    tables.set(tag, bytes.subarray(start, end));
  }
  return tables;
}

function readCmap(cmap: Uint8Array): Uint16Array {
  const view = viewOf(cmap);
  for (let index = 0; index < view.getUint16(2); index += 1) {
    const start = view.getUint32(4 + index * 8 + 4);
    if (view.getUint16(start) === 12) return readSegments(view, start);
  }
  for (let index = 0; index < view.getUint16(2); index += 1) {
    const start = view.getUint32(4 + index * 8 + 4);
    if (view.getUint16(start) === 4) return readShortSegments(view, start);
  }
  throw new Error('The font has no Unicode character map.');
}

function readSegments(view: DataView, start: number): Uint16Array {
  const map = new Uint16Array(HIGHEST);
  for (let group = 0; group < view.getUint32(start + 12); group += 1) {
    const entry = start + 16 + group * 12;
    const first = view.getUint32(entry);
    const last = Math.min(view.getUint32(entry + 4), HIGHEST - 1);
    const glyph = view.getUint32(entry + 8);
    for (let code = first; code <= last; code += 1) map[code] = glyph + code - first;
  }
  return map;
}

/** A map of the basic plane only (format 4). */
function readShortSegments(view: DataView, start: number): Uint16Array {
  const map = new Uint16Array(HIGHEST);
  const count = view.getUint16(start + 6) / 2;
  const [ends, firsts] = [start + 14, start + 16 + count * 2];
  for (let segment = 0; segment < count; segment += 1) {
    const first = view.getUint16(firsts + segment * 2);
    const delta = view.getUint16(firsts + (count + segment) * 2);
    const at = firsts + (count * 2 + segment) * 2;
    const range = view.getUint16(at);
    const end = Math.min(view.getUint16(ends + segment * 2), 0xfffe);
    for (let code = first; code <= end; code += 1) {
      const glyph = range === 0 ? code : view.getUint16(at + range + (code - first) * 2);
      map[code] = glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
  }
  return map;
}

function readMetrics(tables: ReadonlyMap<string, Uint8Array>, count: number) {
  const long = viewOf(need(tables, 'hhea')).getUint16(34);
  const hmtx = viewOf(need(tables, 'hmtx'));
  const advances = new Uint16Array(count);
  const bearings = new Int16Array(count);
  for (let glyph = 0; glyph < count; glyph += 1) {
    advances[glyph] = hmtx.getUint16(Math.min(glyph, long - 1) * 4);
    bearings[glyph] = hmtx.getInt16(glyph < long ? glyph * 4 + 2 : long * 4 + (glyph - long) * 2);
  }
  return { advances, bearings };
}

function readLoca(loca: Uint8Array, count: number, long: boolean): Uint32Array {
  const view = viewOf(loca);
  return Uint32Array.from({ length: count + 1 }, (_, glyph) =>
    long ? view.getUint32(glyph * 4) : view.getUint16(glyph * 2) * 2,
  );
}

function readFaceMetrics(tables: ReadonlyMap<string, Uint8Array>, scale: number): FaceMetrics {
  const head = viewOf(need(tables, 'head'));
  const hhea = viewOf(need(tables, 'hhea'));
  const extra = viewOf(need(tables, 'OS/2'));
  const box = [36, 38, 40, 42].map((offset) => Math.round(head.getInt16(offset) * scale));
  return {
    ascent: Math.round(hhea.getInt16(4) * scale),
    descent: Math.round(hhea.getInt16(6) * scale),
    capHeight: Math.round((extra.byteLength >= 90 ? extra.getInt16(88) : 700) * scale),
    box: [box[0] ?? 0, box[1] ?? 0, box[2] ?? 1000, box[3] ?? 1000],
  };
}

/** The PostScript name (record 6), Windows or Macintosh, without blanks. */
function readName(name: Uint8Array): string {
  const view = viewOf(name);
  for (let index = 0; index < view.getUint16(2); index += 1) {
    const entry = 6 + index * 12;
    if (view.getUint16(entry + 6) !== 6) continue;
    const start = view.getUint16(4) + view.getUint16(entry + 10);
    const text = name.subarray(start, start + view.getUint16(entry + 8));
    return String.fromCharCode(...text.filter((byte) => byte !== 0)).replace(/[^\w-]/g, '');
  }
  return 'Unnamed';
}
