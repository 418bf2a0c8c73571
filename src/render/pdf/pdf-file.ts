import { CrossReference, ENTRY, PREDICTED } from './cross-reference.ts';
import { deflated } from './deflated.ts';
import { Operators } from './operators.ts';
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
  /** Objects to be written together: their numbers, where they start, their syntax. */
  readonly #ids: number[] = [];
  readonly #starts: number[] = [];
  readonly #syntax = new Operators();

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
    inside._write = (chunk) => this.#write(chunk);
    inside._finalize = () => this.#finish();
  }

  /** Ends a reference with the syntax of its object. */
  add(reference: Reference, syntax: string): void {
    this.put(reference.id, syntax);
    this.#writer._refEnd(reference);
  }

  /** Takes the next number for an object that is `put` later: less than a reference of pdfkit. */
  reserve(): number {
    return this.#writer._offsets.push(null);
  }

  /** Writes the object of a number that was reserved. */
  put(id: number, syntax: string): void {
    this.#ids.push(id);
    this.#starts.push(this.#syntax.length);
    this.#syntax.add(syntax);
    this.#syntax.add('\n');
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

  #write(chunk: string | Uint8Array): void {
    const bytes = typeof chunk === 'string' ? Buffer.from(`${chunk}\n`, 'latin1') : chunk;
    this.#chunks.push(bytes);
    this.#writer._offset += bytes.length;
  }

  #stream(id: number, facts: object, bytes: Uint8Array): void {
    this.#write(`${id} 0 obj\n${pdfSyntax({ ...facts, Length: bytes.length })}\nstream`);
    this.#write(bytes);
    this.#write('\nendstream\nendobj');
  }

  /** Writes the object streams, and the cross-reference, which is a stream itself. */
  #finish(): void {
    const { _offsets: offsets, _root: Root, _info: Info, _id } = this.#writer;
    const first = offsets.length + 1;
    const last = first + Math.ceil(this.#ids.length / TOGETHER);
    const table = new CrossReference(last + 1);
    offsets.forEach((offset, index) => {
      table.plain(index + 1, offset ?? 0);
    });
    const syntax = this.#syntax.take();
    for (let id = first; id < last; id += 1) {
      table.plain(id, this.#writer._offset);
      this.#objectStream(id, (id - first) * TOGETHER, syntax, table);
    }
    const start = this.#writer._offset;
    table.plain(last, start);
    const facts = { Type: 'XRef', Size: last + 1, W: ENTRY, Root, Info, ID: [_id, _id] };
    const packing = { Filter: 'FlateDecode', DecodeParms: PREDICTED };
    this.#stream(last, { ...facts, ...packing }, deflated(table.predicted()));
    this.#write(`startxref\n${start}\n%%EOF`);
  }

  /** Numbers and places of the objects from index `from` on, then the objects. */
  #objectStream(stream: number, from: number, syntax: Uint8Array, table: CrossReference): void {
    const to = Math.min(from + TOGETHER, this.#ids.length);
    const start = this.#starts[from] ?? 0;
    let head = '';
    for (let index = from; index < to; index += 1) {
      const id = this.#ids[index] ?? 0;
      head += `${id} ${(this.#starts[index] ?? 0) - start} `;
      table.together(id, stream, index - from);
    }
    const objects = syntax.subarray(start, this.#starts[to] ?? syntax.length);
    const facts = { Type: 'ObjStm', N: to - from, First: head.length };
    const bytes = deflated(Buffer.concat([Buffer.from(head, 'latin1'), objects]));
    this.#stream(stream, { ...facts, Filter: 'FlateDecode' }, bytes);
  }
}
