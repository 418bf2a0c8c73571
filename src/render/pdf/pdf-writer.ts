/** An object of the file; in `data`, strings are names and `String` objects are text. */
export interface Reference {
  readonly id: number;
  readonly data: Record<string, unknown>;
  /** Writes the object, with a stream when there is a chunk; pdfkit deflates it. */
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
  write(chunk: Uint8Array): void;
}

/** Where a bookmark leads, in pt from the page's top. */
export interface Bookmark {
  readonly top: number;
  readonly left: number;
  readonly fit: false;
  readonly zoom: number;
}

/** A node of the outline. */
export interface Outline {
  readonly children: readonly Outline[];
  readonly outlineData: Record<string, unknown>;
  addItem(title: string, options: Bookmark): Outline;
}

/** A picture that pdfkit has read, with the name pages call it by. */
export interface EmbeddedPicture {
  readonly label: string;
  /** Null until it is embedded. */
  readonly obj: Reference | null;
  embed(writer: PdfWriter): void;
}

/** The part of pdfkit this renderer uses; its published typings lack some of it. */
export interface PdfWriter {
  readonly page: WriterPage;
  readonly outline: Outline;
  ref(data: object): Reference;
  addPage(options: { size: readonly number[]; margin: number }): unknown;
  link(x: number, y: number, w: number, h: number, url: string, options: object): unknown;
  goTo(x: number, y: number, w: number, h: number, name: string, options: object): unknown;
  openImage(bytes: Uint8Array): EmbeddedPicture;
  addNamedDestination(name: string, fit: 'XYZ', x: number, y: number, zoom: null): void;
  getStructTreeRoot(): Reference;
  appendXML(xml: string): void;
  end(): void;
  /** Takes a piece of the file as a stream of Node does; null when there is no more. */
  push(chunk: Uint8Array | null): boolean;
}
