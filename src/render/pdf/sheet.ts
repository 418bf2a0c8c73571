import { embedFont } from './embed-font.ts';
import type { Fonts } from './fonts.ts';
import type { PageContent } from './paginate.ts';
import { closeWriter, openWriter, type PdfDescription } from './pdf-writer.ts';
import { Pen, PenCase } from './pen.ts';
import { StructureWriter, type Tag } from './structure.ts';
import type { Theme } from './theme.ts';

/** A document laid out in pages, ready to be written. */
export interface Sheet {
  readonly fonts: Fonts;
  readonly theme: Theme;
  readonly description: PdfDescription;
  readonly root: Tag;
  readonly pages: readonly PageContent[];
  /** Draws header and footer; pages count from 1. */
  furnish(pen: Pen, page: number, pages: number): void;
}

/** Writes a laid-out document as PDF; the same sheet always gives the same bytes. */
export function printSheet(sheet: Sheet): Uint8Array {
  const writer = openWriter(sheet.description);
  const structure = new StructureWriter(writer);
  const pens = new PenCase(writer, structure, sheet.fonts);
  const { width, height } = sheet.theme.page;
  sheet.pages.forEach((content, index) => {
    writer.addPage({ size: [width, height], margin: 0 });
    const pen = new Pen(pens);
    drawPage(pen, content);
    sheet.furnish(pen, index + 1, sheet.pages.length);
    pen.end();
  });
  structure.end(sheet.root);
  for (const face of pens.used) {
    if (face) embedFont(writer, face.reference, face.subset);
  }
  return closeWriter(writer);
}

function drawPage(pen: Pen, content: PageContent): void {
  for (const part of content.frames) part.frame.draw(pen, part.top, part.bottom);
  for (const { strip, y } of content.placed) {
    if (strip.bookmark !== undefined) {
      const top = Math.max(0, y - 6);
      pen.pens.writer.outline.addItem(strip.bookmark, { top, left: 0, fit: false, zoom: 0 });
    }
    strip.draw(pen, y);
  }
}
