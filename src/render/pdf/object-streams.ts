import { deflateSync } from 'node:zlib';
import { pdfSyntax } from './pdf-syntax.ts';
import type { PdfWriter, Reference } from './pdf-writer.ts';

/** Most objects in one stream: who reads one has to inflate them all. */
const TOGETHER = 200;

/** Bytes of an entry of the cross-reference: kind, place, index. */
const ENTRY = [1, 4, 2] as const;

/** What pdfkit keeps to itself and packing has to know; of the version pinned in package.json. */
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
  finalize(): void;
}

/** Collects what pdfkit writes, and puts objects without a stream together, compressed. */
export class ObjectStreams {
  readonly #writer: Inside;
  readonly #chunks: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1')];
  readonly #packed: { readonly id: number; readonly syntax: string }[] = [];

  /** Takes over a document that has no objects written yet. */
  constructor(writer: PdfWriter) {
    // pdfkit's own fields; a test of the file's structure fails when a version changes them.
    const inside = writer as Inside;
    this.#writer = inside;
    const open = inside.ref.bind(inside);
    const finalize = (reference: Finishing) => this.#finalize(reference);
    inside.ref = (data) => {
      const reference = open(data) as Finishing;
      reference.finalize = () => finalize(reference);
      return reference;
    };
    inside._write = (chunk) => this.#put(chunk);
    inside._finalize = () => this.#finish();
  }

  /** Ends a reference with the syntax of its object. */
  add(reference: Reference, syntax: string): void {
    this.#packed.push({ id: reference.id, syntax });
    this.#writer._refEnd(reference);
  }

  /** The whole file, once the document has ended. */
  bytes(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }

  #finalize(reference: Finishing): void {
    const plain = Object.getPrototypeOf(reference) as Finishing;
    if (reference.buffer.length > 0) plain.finalize.call(reference);
    else this.add(reference, pdfSyntax(reference.data));
  }

  #put(chunk: string | Uint8Array): void {
    const bytes = typeof chunk === 'string' ? Buffer.from(`${chunk}\n`, 'latin1') : chunk;
    this.#chunks.push(bytes);
    this.#writer._offset += bytes.length;
  }

  /** Writes the object streams and the cross-reference, itself a stream. */
  #finish(): void {
    const writer = this.#writer;
    const packed = this.#packed;
    const first = writer._offsets.length + 1;
    const last = first + Math.ceil(packed.length / TOGETHER);
    const table = new Uint8Array((last + 1) * 7);
    setEntry(table, 0, 0, 0, 0xffff);
    writer._offsets.forEach((offset, index) => {
      setEntry(table, index + 1, 1, offset ?? 0, 0);
    });
    packed.forEach(({ id }, index) => {
      setEntry(table, id, 2, first + Math.floor(index / TOGETHER), index % TOGETHER);
    });
    for (let id = first; id < last; id += 1) {
      setEntry(table, id, 1, writer._offset, 0);
      const start = (id - first) * TOGETHER;
      const { head, body } = joined(packed.slice(start, start + TOGETHER));
      const N = Math.min(TOGETHER, packed.length - start);
      this.#stream(
        id,
        { Type: 'ObjStm', N, First: head.length },
        Buffer.from(head + body, 'latin1'),
      );
    }
    const offset = writer._offset;
    setEntry(table, last, 1, offset, 0);
    const { _root: Root, _info: Info, _id } = writer;
    const facts = { Type: 'XRef', Size: last + 1, W: ENTRY, Root, Info, ID: [_id, _id] };
    const DecodeParms = { Predictor: 12, Columns: 7 };
    this.#stream(last, { ...facts, DecodeParms }, predicted(table));
    this.#put(`startxref\n${offset}\n%%EOF`);
  }

  #stream(id: number, facts: object, bytes: Uint8Array): void {
    const body = deflateSync(bytes);
    this.#put(`${id} 0 obj`);
    this.#put(pdfSyntax({ ...facts, Filter: 'FlateDecode', Length: body.length }));
    this.#put('stream');
    this.#put(body);
    this.#put('\nendstream\nendobj');
  }
}

/** Numbers and places of the objects, then the objects. */
function joined(objects: readonly { readonly id: number; readonly syntax: string }[]) {
  let head = '';
  let body = '';
  for (const { id, syntax } of objects) {
    head += `${id} ${body.length} `;
    body += `${syntax}\n`;
  }
  return { head, body };
}

function setEntry(table: Uint8Array, id: number, kind: number, place: number, index: number): void {
  const view = new DataView(table.buffer, id * 7, 7);
  view.setUint8(0, kind);
  view.setUint32(1, place);
  view.setUint16(5, index);
}

/** Each entry as its difference from the one above, which deflate packs best (PNG's “up”). */
function predicted(table: Uint8Array): Uint8Array {
  const rows = table.length / 7;
  const bytes = new Uint8Array(rows * 8);
  for (let row = 0; row < rows; row += 1) {
    bytes[row * 8] = 2;
    for (let at = 0; at < 7; at += 1) {
      const above = row === 0 ? 0 : (table[(row - 1) * 7 + at] ?? 0);
      bytes[row * 8 + 1 + at] = (table[row * 7 + at] ?? 0) - above;
    }
  }
  return bytes;
}
