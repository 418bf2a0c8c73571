import PDFDocument from 'pdfkit';
import { deflated } from './deflated.ts';
import { PdfFile } from './pdf-file.ts';
import { srgbProfile } from './srgb-profile.ts';
import { xmpPacket } from './xmp.ts';

/** An object of the file; strings in `data` are names, `String` objects are text. */
export interface Reference {
  readonly id: number;
  readonly data: Record<string, unknown>;
  end(chunk?: string | Uint8Array): void;
}

/** The page being written. */
export interface WriterPage {
  readonly dictionary: Reference;
  /** Font resources by name. */
  readonly fonts: Record<string, Reference>;
  /** Picture resources by name. */
  readonly xobjects: Record<string, Reference>;
  readonly annotations: Reference[];
  readonly structParentTreeKey: number;
  write(chunk: Uint8Array): void;
}

/** Where a bookmark leads, in pt from the page's top. */
export interface Bookmark {
  readonly top: number;
  readonly left: number;
  readonly fit: false;
  readonly zoom: number;
  readonly expanded?: boolean;
}

/** A node of the outline. */
export interface Outline {
  readonly children: readonly Outline[];
  readonly outlineData: Record<string, unknown>;
  readonly options: { expanded?: boolean };
  addItem(title: string, options: Bookmark): Outline;
}

/** The part of pdfkit this renderer uses, its typings being wider and partly out of date. */
export interface PdfWriter {
  readonly page: WriterPage;
  readonly outline: Outline;
  /** The bytes that are written. */
  readonly file: PdfFile;
  /** The document's catalogue. */
  readonly _root: Reference;
  ref(data: Record<string, unknown>): Reference;
  addPage(options: { size: readonly number[]; margin: number }): unknown;
  annotate(x: number, y: number, w: number, h: number, options: object): unknown;
  addNamedDestination(name: string, fit: 'XYZ', x: number, y: number, zoom: null): void;
  getStructTreeRoot(): Reference;
  getStructParentTree(): { add(key: number, value: unknown): void };
  createStructParentTreeNextKey(): number;
  appendXML(xml: string): void;
  end(): void;
}

/** What a document says of itself. */
export interface PdfDescription {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly lang: string;
  /** YYYY-MM-DD; stands for the time of making, so that the same input gives the same bytes. */
  readonly date: string;
}

/** A document of pdfkit that is no stream: what it writes waits for no reader. */
class SilentDocument extends (PDFDocument as unknown as new (options: object) => PdfWriter) {
  /** Stands in for pdfkit's own, which the head of the file goes through. */
  _write(): void {}
}

/** Opens a tagged document without pages. */
export function openWriter(description: PdfDescription): PdfWriter {
  const date = new Date(`${description.date}T00:00:00Z`);
  const options = {
    pdfVersion: '1.7',
    autoFirstPage: false,
    bufferPages: false,
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
  };
  const opened = new SilentDocument(options);
  const writer = Object.assign(opened, { file: new PdfFile(opened) });
  describeInXml(writer, description, date);
  addOutputIntent(writer);
  return writer;
}

/** Ends the document and returns its bytes. */
export function closeWriter(writer: PdfWriter): Uint8Array {
  Object.assign(writer.outline, { options: { ...writer.outline.options, expanded: true } });
  for (const child of writer.outline.children) foldBookmarks(child);
  writer.end();
  return writer.file.bytes();
}

/** Counts what is below each bookmark; a negative count means that it is shown folded. */
function foldBookmarks({ children, outlineData }: Outline): void {
  if (children.length > 0) outlineData.Count = -children.length;
  for (const child of children) foldBookmarks(child);
}

/** The profile, the same in every document. */
const packedProfile = deflated(srgbProfile());

/** Says which colours the file means: sRGB, as PDF/A wants. */
function addOutputIntent(writer: PdfWriter): void {
  const profile = writer.ref({});
  writer.file.addDeflated(profile, { N: 3, Alternate: 'DeviceRGB' }, packedProfile);
  const intent = writer.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: new String('sRGB'),
    Info: new String('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  });
  intent.end();
  writer._root.data.OutputIntents = [intent];
}

/** Replaces pdfkit's own XMP packet, which writes titles without escaping `&` and `<`. */
function describeInXml(writer: PdfWriter, description: PdfDescription, date: Date): void {
  const stamp = `${date.toISOString().slice(0, 19)}Z`;
  Object.assign(writer, { _addInfo: () => writer.appendXML(xmpPacket(description, stamp)) });
}
