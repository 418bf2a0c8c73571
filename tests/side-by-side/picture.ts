import { deflateSync } from 'node:zlib';
import * as mupdf from 'mupdf';

/** A picture in sixteen greys, a byte a pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly greys: Uint8Array;
}

/** A part of a page, in pt from its top left. */
export interface Area {
  readonly page: number;
  readonly top: number;
  readonly height: number;
}

/** Draws a page, or an area as wide as the page, at so many pixels a pt. */
export function drawPage(bytes: Uint8Array, { page, top, height }: Area, scale: number): Picture {
  const document = mupdf.PDFDocument.openDocument(bytes, 'application/pdf');
  const matrix = mupdf.Matrix.scale(scale, scale);
  const image = document.loadPage(page).toPixmap(matrix, mupdf.ColorSpace.DeviceGray);
  const [width, stride, pixels] = [image.getWidth(), image.getStride(), image.getPixels()];
  const first = Math.max(0, Math.round(top * scale));
  const rows = Math.min(Math.round(height * scale), image.getHeight() - first);
  const greys = new Uint8Array(width * rows);
  for (let at = 0; at < greys.length; at += 1) {
    const from = (first + Math.floor(at / width)) * stride + (at % width);
    greys[at] = Math.round((pixels[from] ?? 255) / 17);
  }
  return { width, height: rows, greys };
}

/** Pictures from left to right on grey, the tallest setting the height. */
export function beside(pictures: readonly Picture[], gap = 6): Picture {
  const width = pictures.reduce((sum, each) => sum + each.width + gap, gap);
  const height = Math.max(...pictures.map((each) => each.height)) + gap * 2;
  const greys = new Uint8Array(width * height).fill(9);
  let left = gap;
  for (const picture of pictures) {
    for (let row = 0; row < picture.height; row += 1) {
      const line = picture.greys.subarray(row * picture.width, (row + 1) * picture.width);
      greys.set(line, (row + gap) * width + left);
    }
    left += picture.width + gap;
  }
  return { width, height, greys };
}

/** The picture as PNG with four bits a pixel. */
export function pngOf({ width, height, greys }: Picture): Uint8Array {
  const line = Math.ceil(width / 2) + 1;
  const rows = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * line + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | ((greys[y * width + x] ?? 0) << (x % 2 === 0 ? 4 : 0));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 4;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

/** The cyclic redundancy check that PNG asks for. */
function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
