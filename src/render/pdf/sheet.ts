import type { PdfDescription } from './description.ts';
import { embedFont } from './embed-font.ts';
import type { Fonts } from './fonts.ts';
import type { PageContent } from './paginate.ts';
import type { Outline } from './pdf-writer.ts';
import { PdfkitDocument } from './pdfkit-document.ts';
import { Pen, PenResources } from './pen.ts';
import type { Strip } from './strip.ts';
import { StructureWriter, type Tag } from './structure.ts';
import type { Theme } from './theme.ts';

/** A document laid out in pages, ready to be written. */
export interface Sheet {
  readonly fonts: Fonts;
  readonly theme: Theme;
  readonly description: PdfDescription;
  readonly root: Tag;
  /** What stands on each page: one column, or several side by side. */
  readonly pages: readonly (PageContent | readonly PageContent[])[];
  /** Draws what stands in the margins: header and footer, fold marks; pages count from 1. */
  drawMargins(pen: Pen, page: number, pages: number): void;
}

/** Writes a laid-out document as PDF; the same sheet always gives the same bytes. */
export function printSheet(sheet: Sheet): Uint8Array {
  const writer = new PdfkitDocument(sheet.description);
  const structure = new StructureWriter(writer);
  const resources = new PenResources(writer, structure, sheet.fonts);
  const { width, height } = sheet.theme.page;
  const outlines = [writer.outline];
  sheet.pages.forEach((columns, index) => {
    writer.addPage({ size: [width, height], margin: 0 });
    const pen = new Pen(resources);
    for (const content of 'placed' in columns ? [columns] : columns) {
      pen.shift(content.shift ?? 0);
      drawPage(pen, content, outlines, width);
    }
    pen.shift(0);
    sheet.drawMargins(pen, index + 1, sheet.pages.length);
    pen.end();
  });
  structure.end(sheet.root);
  for (const face of resources.used) {
    if (face) embedFont(writer, face.reference, face.subset);
  }
  return writer.finish();
}

function drawPage(pen: Pen, content: PageContent, outlines: Outline[], width: number): void {
  const { writer } = pen.resources;
  for (const part of content.frames) part.frame.draw(pen, part.top, part.bottom);
  for (const { strip, y } of content.placed) {
    const top = Math.max(0, y - 6);
    if (strip.anchor !== undefined) writer.addNamedDestination(strip.anchor, 'XYZ', 0, top, null);
    if (strip.bookmark !== undefined) addBookmark(outlines, strip, top, width);
    strip.draw(pen, y);
  }
}

/** Adds a bookmark below the last one that is less deep. `left` counts from the page's right. */
function addBookmark(outlines: Outline[], strip: Strip, top: number, width: number): void {
  const depth = Math.min(strip.depth ?? 0, outlines.length - 1);
  const place = { top, left: width, fit: false, zoom: 0 } as const;
  outlines.length = depth + 1;
  const parent = outlines[depth];
  if (parent) outlines.push(parent.addItem(strip.bookmark ?? '', place));
}
