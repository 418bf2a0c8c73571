import PDFDocument from 'pdfkit';
import type { PdfDescription } from './description.ts';
import { packObjects } from './object-streams.ts';
import type { Outline, PdfWriter } from './pdf-writer.ts';
import { xmpPacket } from './xmp.ts';

// Its own typings lack `font: null`, tags and the places of bookmarks.
const Pdfkit = PDFDocument as unknown as new (options: object) => PdfWriter;

/**
 * A tagged document without pages. Three things pdfkit does not offer, and tests/pdfkit.test.ts
 * fails when an update of it changes them:
 * - `push`, by which any stream of Node hands on what it wrote, is taken over: rendering waits for
 *   nobody, and against `read` a guide takes 1.4 ms less of 20;
 * - `appendXML` drops what pdfkit itself adds to the metadata, where it leaves `&` and `<` of a
 *   title as they are and names no PDF/UA;
 * - `outlineData` takes how many bookmarks are folded below one, without which some viewers show
 *   all of them.
 * Object streams, which pdfkit cannot write either, are made of the finished file.
 */
export class PdfkitDocument extends Pdfkit {
  /** Absent until the constructor of pdfkit has written the first line. */
  declare private chunks?: Uint8Array[];

  constructor(description: PdfDescription) {
    const date = new Date(`${description.date}T00:00:00Z`);
    super({
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      autoFirstPage: false,
      tagged: true,
      displayTitle: true,
      lang: description.lang,
      font: null,
      info: {
        Title: description.title,
        Author: description.author,
        Subject: description.subject,
        Creator: 'mingbai',
        Producer: 'mingbai (PDFKit)',
        CreationDate: date,
        ModDate: date,
      },
    });
    super.appendXML(xmpPacket(description, `${date.toISOString().slice(0, 19)}Z`));
  }

  override push(chunk: Uint8Array | null): boolean {
    this.chunks ??= [];
    if (chunk !== null) this.chunks.push(chunk);
    return true;
  }

  override appendXML(): void {}

  /** Ends the document and gives its bytes. */
  finish(): Uint8Array {
    const { children, outlineData } = this.outline;
    if (children.length > 0) outlineData.Count = children.length;
    for (const child of children) fold(child);
    this.end();
    return packObjects(Buffer.concat(this.chunks ?? []));
  }
}

/** Counts what is below each bookmark; a negative count means that it is shown folded. */
function fold({ children, outlineData }: Outline): void {
  if (children.length > 0) outlineData.Count = -children.length;
  for (const child of children) fold(child);
}
