import { CrossReference, ENTRY, PREDICTED } from './cross-reference.ts';
import { deflated } from './deflated.ts';
import { pdfSyntax } from './pdf-syntax.ts';
import type { PdfWriter, Reference } from './pdf-writer.ts';

/** Most objects in one stream: who reads one has to inflate them all. */
const TOGETHER = 1000;

const HEAD = Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1');

/** What pdfkit keeps to itself, of the version pinned in package.json. */
interface Inside extends PdfWriter {
  readonly _id: unknown;
  readonly _info: Reference;
  readonly _offsets: (number | null | undefined)[];
  _offset: number;
  _write(chunk: string | Uint8Array): void;
  _refEnd(reference: Reference): void;
  _finalize(): void;
}

/** A reference of pdfkit with the bytes of its stream, when it has one. */
interface Finishing extends Reference {
  readonly buffer: readonly Uint8Array[];
  readonly compress: boolean;
  offset: number;
  finalize(): void;
}

/** The bytes of a document: streams as pdfkit ends them, all other objects together, deflated. */
export class PdfFile {
  readonly #writer: Inside;
  readonly #chunks: Uint8Array[] = [HEAD];
  readonly #together: { readonly id: number; readonly syntax: string }[] = [];

  /** Takes over from pdfkit a document that has no objects written yet. */
  constructor(writer: PdfWriter) {
    // Fields that pdfkit's typings hide; without them no file can be read back, as tests do.
    const inside = writer as Inside;
    this.#writer = inside;
    const open = inside.ref.bind(inside);
    inside.ref = (data) => {
      const reference = open(data) as Finishing;
      reference.finalize = () => this.#finalize(reference);
      return reference;
    };
    inside._offset = HEAD.length;
    inside._write = (chunk) => this.#put(chunk);
    inside._finalize = () => this.#finish();
  }

  /** Ends a reference with the syntax of its object. */
  add(reference: Reference, syntax: string): void {
    this.#together.push({ id: reference.id, syntax });
    this.#writer._refEnd(reference);
  }

  /** Ends a reference with a stream that is deflated already. */
  addDeflated(reference: Reference, facts: object, bytes: Uint8Array): void {
    Object.assign(reference, { offset: this.#writer._offset });
    this.#stream(reference.id, { ...facts, Filter: 'FlateDecode' }, bytes);
    this.#writer._refEnd(reference);
  }

  /** The whole file, once the document has ended. */
  bytes(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }

  #finalize(reference: Finishing): void {
    const { buffer, data, compress } = reference;
    const [first] = buffer;
    if (first === undefined) {
      this.add(reference, pdfSyntax(data));
      return;
    }
    const bytes = buffer.length === 1 ? first : Buffer.concat(buffer);
    reference.offset = this.#writer._offset;
    this.#stream(reference.id, data, compress ? deflated(bytes) : bytes);
    this.#writer._refEnd(reference);
  }

  #put(chunk: string | Uint8Array): void {
    const bytes = typeof chunk === 'string' ? Buffer.from(`${chunk}\n`, 'latin1') : chunk;
    this.#chunks.push(bytes);
    this.#writer._offset += bytes.length;
  }

  #stream(id: number, facts: object, bytes: Uint8Array): void {
    this.#put(`${id} 0 obj\n${pdfSyntax({ ...facts, Length: bytes.length })}\nstream`);
    this.#put(bytes);
    this.#put('\nendstream\nendobj');
  }

  /** Writes the object streams, and the cross-reference, which is a stream itself. */
  #finish(): void {
    const { _offsets: offsets, _root: Root, _info: Info, _id } = this.#writer;
    const first = offsets.length + 1;
    const last = first + Math.ceil(this.#together.length / TOGETHER);
    const table = new CrossReference(last + 1);
    offsets.forEach((offset, index) => {
      table.plain(index + 1, offset ?? 0);
    });
    for (let id = first; id < last; id += 1) {
      table.plain(id, this.#writer._offset);
      const start = (id - first) * TOGETHER;
      this.#objectStream(id, this.#together.slice(start, start + TOGETHER), table);
    }
    const start = this.#writer._offset;
    table.plain(last, start);
    const facts = { Type: 'XRef', Size: last + 1, W: ENTRY, Root, Info, ID: [_id, _id] };
    const packing = { Filter: 'FlateDecode', DecodeParms: PREDICTED };
    this.#stream(last, { ...facts, ...packing }, deflated(table.predicted()));
    this.#put(`startxref\n${start}\n%%EOF`);
  }

  /** Numbers and places of the objects, then the objects. */
  #objectStream(
    stream: number,
    objects: readonly { readonly id: number; readonly syntax: string }[],
    table: CrossReference,
  ): void {
    let head = '';
    let body = '';
    objects.forEach(({ id, syntax }, index) => {
      head += `${id} ${body.length} `;
      body += `${syntax}\n`;
      table.together(id, stream, index);
    });
    const facts = { Type: 'ObjStm', N: objects.length, First: head.length };
    const bytes = deflated(Buffer.from(head + body, 'latin1'));
    this.#stream(stream, { ...facts, Filter: 'FlateDecode' }, bytes);
  }
}
