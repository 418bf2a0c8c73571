import * as mupdf from 'mupdf';
import { layoutFaults } from './pdf-checks.ts';
import { spreadTags } from './pdf-lines.ts';
import { readPieces } from './pdf-reader.ts';

/** Narrowest margin of any sheet, in pt: what printers cannot print on, and a little. */
const EDGE = 18;

/** Part of a page's height above which a row may be parted. */
const TALL = 0.6;

/** Whatever is wrong with the layout of a file, in words; empty when all is well. */
export function paperFaults(bytes: Uint8Array): string[] {
  const document = mupdf.PDFDocument.openDocument(bytes, 'application/pdf');
  const [, , width = 0, height = 0] = document.loadPage(0).getBounds();
  const margins = { top: EDGE + 30, right: EDGE, bottom: EDGE + 30, left: EDGE };
  const spreads = spreadTags(bytes);
  return [
    ...layoutFaults(readPieces(bytes), { page: { width, height }, margins }),
    ...spreads
      .filter(({ name, lines }) => name === 'P' && lines.some((count) => count < 2))
      .map(({ lines }) => `a single line at a page break: ${lines.join('+')}`),
    ...spreads
      .filter((spread) => spread.name === 'TR' && spread.height < height * TALL)
      .map(({ lines }) => `a row parted that would fit: ${lines.join('+')}`),
  ];
}
