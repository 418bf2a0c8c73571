import { readFileSync } from 'node:fs';
import jsQr from 'jsqr';
import * as mupdf from 'mupdf';
import { loadFonts } from '../src/render/pdf/fonts.ts';

/** Fonts of the project, loaded once a test file. */
export const fonts = loadFonts((name) =>
  readFileSync(new URL(`../fonts/${name}`, import.meta.url)),
);

/** A drawn piece of a line: its characters, and where they stand in pt from the page's top left. */
export interface Piece {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

const known = new WeakMap<Uint8Array, readonly Piece[]>();

/** Every piece of text of a PDF as it is painted, in order; read once. */
export function readPieces(bytes: Uint8Array): readonly Piece[] {
  const pieces = known.get(bytes) ?? paintedPieces(bytes);
  known.set(bytes, pieces);
  return pieces;
}

function paintedPieces(bytes: Uint8Array): Piece[] {
  const document = mupdf.PDFDocument.openDocument(bytes, 'application/pdf');
  const pieces: Piece[] = [];
  for (let page = 0; page < document.countPages(); page += 1) {
    const device = new mupdf.Device({
      fillText: (text: mupdf.Text, ctm: mupdf.Matrix) => {
        pieces.push(pieceOf(text, ctm, page));
      },
    });
    document.loadPage(page).run(device, mupdf.Matrix.identity);
    device.close();
  }
  return pieces;
}

function pieceOf(text: mupdf.Text, ctm: mupdf.Matrix, page: number): Piece {
  let characters = '';
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let baseline = 0;
  let size = 0;
  text.walk({
    showGlyph: (font: mupdf.Font, trm: mupdf.Matrix, glyph: number, code: number) => {
      const [a, , , , x, y] = mupdf.Matrix.concat(trm, ctm);
      characters += String.fromCodePoint(code);
      left = Math.min(left, x);
      if (code !== 0x20 && code !== 0x3000)
        right = Math.max(right, x + a * font.advanceGlyph(glyph, 0));
      baseline = y;
      size = a;
    },
  });
  return { page, text: characters, left, right, baseline, size };
}

/** What the QR codes of a PDF say, as a telephone would read them. */
export function readCodes(bytes: Uint8Array): string[] {
  const document = mupdf.PDFDocument.openDocument(bytes, 'application/pdf');
  return Array.from({ length: document.countPages() }, (_, index) => {
    const matrix = mupdf.Matrix.scale(2, 2);
    const image = document.loadPage(index).toPixmap(matrix, mupdf.ColorSpace.DeviceGray);
    const width = image.getWidth();
    const height = image.getHeight();
    const grey = image.getPixels();
    const stride = image.getStride();
    const colours = new Uint8ClampedArray(width * height * 4).fill(255);
    for (let at = 0; at < width * height; at += 1) {
      const level = grey[Math.floor(at / width) * stride + (at % width)] ?? 255;
      colours.fill(level, at * 4, at * 4 + 3);
    }
    return jsQr.default(colours, width, height)?.data ?? '';
  }).filter((content) => content !== '');
}

/** A tag of the structure tree with the text that belongs to it. */
export interface TagNode {
  readonly name: string;
  readonly alt?: string;
  readonly scope?: string;
  readonly children: (TagNode | string)[];
}

/** The structure tree, read back through marked content and the fonts' Unicode maps. */
export function readTags(bytes: Uint8Array): TagNode {
  const document = mupdf.PDFDocument.openDocument(bytes, 'application/pdf') as mupdf.PDFDocument;
  const contents = new Map<number, Map<number, string>>();
  for (let page = 0; page < document.countPages(); page += 1) {
    const object = document.findPage(page);
    contents.set(object.asIndirect(), readMarked(object));
  }
  const root = document.getTrailer().get('Root', 'StructTreeRoot', 'K', 0);
  return readTag(root, contents);
}

/** All text below a tag, in reading order. */
export function textOf(node: TagNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** All tags of a name, in reading order. */
export function tagsNamed(node: TagNode, name: string): TagNode[] {
  const below = node.children.flatMap((child) =>
    typeof child === 'string' ? [] : tagsNamed(child, name),
  );
  return node.name === name ? [node, ...below] : below;
}

function readTag(tag: mupdf.PDFObject, contents: Map<number, Map<number, string>>): TagNode {
  const kids = tag.get('K');
  const list: mupdf.PDFObject[] = [];
  if (kids.isArray()) for (let at = 0; at < kids.length; at += 1) list.push(kids.get(at));
  else if (!kids.isNull()) list.push(kids);
  const page = tag.get('Pg');
  const children = list.flatMap((kid): (TagNode | string)[] => {
    if (kid.isNumber()) return [contents.get(page.asIndirect())?.get(kid.asNumber()) ?? ''];
    const type = kid.get('Type');
    if (!type.isNull() && type.asName() === 'OBJR') return [];
    if (type.isNull()) return [readTag(kid, contents)];
    return [contents.get(kid.get('Pg').asIndirect())?.get(kid.get('MCID').asNumber()) ?? ''];
  });
  const alt = tag.get('Alt');
  const scope = tag.get('A', 'Scope');
  return {
    name: tag.get('S').asName(),
    ...(alt.isNull() ? {} : { alt: alt.asString() }),
    ...(scope.isNull() ? {} : { scope: scope.asName() }),
    children,
  };
}

/** Text by marked content number of one page. */
function readMarked(page: mupdf.PDFObject): Map<number, string> {
  const maps = new Map<string, Map<string, string>>();
  page.get('Resources', 'Font').forEach((font, name) => {
    maps.set(String(name), readUnicodeMap(font.get('ToUnicode').readStream().asString()));
  });
  const stream = page.get('Contents').readStream().asString();
  const marked = new Map<number, string>();
  const operators = /<<\/MCID (\d+)>> BDC|\/Artifact BMC|EMC|\/(F\d) [\d.]+ Tf|<([0-9a-f]+)>/g;
  let current = -1;
  let map = new Map<string, string>();
  for (const [whole, number, face, hex] of stream.matchAll(operators)) {
    if (number !== undefined) {
      current = Number(number);
      marked.set(current, '');
    } else if (face !== undefined) map = maps.get(face) ?? new Map();
    else if (hex !== undefined && current >= 0) {
      const text = (hex.match(/.{4}/g) ?? []).map((code) => map.get(code) ?? '\ufffd').join('');
      marked.set(current, (marked.get(current) ?? '') + text);
    } else if (whole !== undefined) current = -1;
  }
  return marked;
}

function readUnicodeMap(stream: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, first, list] of stream.matchAll(/^<(\w{4})> <\w{4}> \[(.*)\]$/gm)) {
    let code = Number.parseInt(first ?? '', 16);
    for (const [, units] of (list ?? '').matchAll(/<(\w+)>/g)) {
      const words = (units ?? '').match(/.{4}/g) ?? [];
      const text = String.fromCharCode(...words.map((word) => Number.parseInt(word, 16)));
      map.set(code.toString(16).padStart(4, '0'), text);
      code += 1;
    }
  }
  return map;
}
