import type { FaceSubset } from './face-subset.ts';
import { hex } from './operators.ts';
import type { PdfWriter, Reference } from './pdf-writer.ts';

/** Fills `font`, the reference pages already use, with the subset and its description. */
export function embedFont(writer: PdfWriter, font: Reference, subset: FaceSubset): void {
  const file = subset.file();
  const name = `${subsetTag(subset)}+${subset.face.name}`;
  const descendant = writer.ref({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: {
      Registry: new String('Adobe'),
      Ordering: new String('Identity'),
      Supplement: 0,
    },
    FontDescriptor: writeDescriptor(writer, name, file, subset),
    DW: 1000,
    W: widthsOf(subset),
    CIDToGIDMap: 'Identity',
  });
  descendant.end();
  const unicode = writer.ref({});
  unicode.end(unicodeMap(subset));
  Object.assign(font.data, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: unicode,
  });
  font.end();
}

/** The description of the face, with the font file itself. */
function writeDescriptor(
  writer: PdfWriter,
  name: string,
  file: Uint8Array,
  subset: FaceSubset,
): Reference {
  const fontFile = writer.ref({ Length1: file.length });
  fontFile.end(file);
  const { ascent, descent, capHeight, box } = subset.face.metrics;
  const cidSet = writer.ref({});
  cidSet.end(allGlyphs(subset.glyphs.length));
  const descriptor = writer.ref({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: box,
    ItalicAngle: 0,
    Ascent: ascent,
    Descent: descent,
    CapHeight: capHeight,
    StemV: 80,
    FontFile2: fontFile,
    CIDSet: cidSet,
  });
  descriptor.end();
  return descriptor;
}

/** A bit for each glyph, all set: the subset holds every number it uses and no other. */
function allGlyphs(count: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(count / 8)).fill(0xff);
  const rest = count % 8;
  if (rest > 0) bytes[bytes.length - 1] = (0xff << (8 - rest)) & 0xff;
  return bytes;
}

/** Six letters that tell this subset from others of the same face. */
function subsetTag(subset: FaceSubset): string {
  let hash = 0x811c9dc5;
  for (const code of subset.codes) hash = Math.imul(hash ^ code, 0x01000193) >>> 0;
  return Array.from({ length: 6 }, (_, index) =>
    String.fromCharCode(65 + (Math.floor(hash / 26 ** index) % 26)),
  ).join('');
}

/** Runs of widths other than 1000, in the form `first [w w w]`. */
function widthsOf(subset: FaceSubset): unknown[] {
  const widths: unknown[] = [];
  let run: number[] = [];
  subset.glyphs.forEach((glyph, number) => {
    const width = Math.round(subset.face.advance(glyph));
    if (width === 1000) {
      run = [];
      return;
    }
    if (run.length === 0) widths.push(number, run);
    run.push(width);
  });
  return widths;
}

const MAP_HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
`;
const MAP_END = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;

/** Numbers in one range of a map, which may differ in their last byte only. */
const RANGE = 256;

/**
 * The map by which copied text becomes the characters that were written: ranges of numbers, each
 * with an array of characters, which deflate to three fifths of an entry a number.
 */
function unicodeMap({ codes }: FaceSubset): string {
  // Parts of composite glyphs stand at the end and are no characters; neither is .notdef, number 0.
  const end = codes.findLastIndex((code) => code > 0) + 1;
  let map = MAP_HEAD;
  for (let first = 1; first < end; first += RANGE - (first % RANGE)) {
    const next = Math.min(end, first + RANGE - (first % RANGE));
    const characters = codes.slice(first, next).map((code) => `<${utf16(code)}>`);
    const range = `<${hex(first)}> <${hex(next - 1)}> [${characters.join('')}]`;
    map += `1 beginbfrange\n${range}\nendbfrange\n`;
  }
  return map + MAP_END;
}

function utf16(code: number): string {
  if (code < 0x10000) return hex(code);
  return hex(0xd7c0 + (code >> 10)) + hex(0xdc00 + (code & 0x3ff));
}
