import { deflateSync } from 'node:zlib';
import { CrossReference } from './cross-reference.ts';

/** Most objects in one stream: who reads one has to inflate them all. */
const TOGETHER = 1000;

const OBJECT_END = Buffer.from('endobj\n', 'latin1');
const STREAM_END = Buffer.from('\nendstream\nendobj\n', 'latin1');

/** An object of a file: its number, and its bytes from `n 0 obj` to `endobj`. */
interface FileObject {
  readonly id: number;
  readonly bytes: Buffer;
}

/**
 * A file of pdfkit with its dictionaries packed into object streams (PDF 1.5), which pdfkit cannot
 * write: a guide of the benchmark has 440 of them, tags above all, and takes 152 kB packed and 188
 * as pdfkit leaves it.
 */
export function packObjects(file: Uint8Array): Uint8Array {
  const { head, objects, trailer } = readFile(
    Buffer.from(file.buffer, file.byteOffset, file.length),
  );
  const packed = new PackedFile(head, objects.length);
  const others: FileObject[] = [];
  for (const object of objects) {
    if (object.bytes.subarray(-STREAM_END.length).equals(STREAM_END)) packed.add(object);
    else others.push(object);
  }
  for (let from = 0; from < others.length; from += TOGETHER) {
    packed.addTogether(others.slice(from, from + TOGETHER));
  }
  return packed.end(trailer);
}

/** What stands before the objects, the objects in their order, and what the trailer says. */
function readFile(pdf: Buffer) {
  const start = Number.parseInt(pdf.toString('latin1', pdf.lastIndexOf('startxref') + 10), 10);
  const table = pdf.toString('latin1', start);
  const places = Array.from(table.matchAll(/^(\d{10}) \d{5} n/gm), ([, offset], index) => ({
    id: index + 1,
    offset: Number(offset),
  })).sort((a, b) => a.offset - b.offset);
  const objects = places.map(({ id, offset }, index): FileObject => {
    return { id, bytes: pdf.subarray(offset, places[index + 1]?.offset ?? start) };
  });
  const [, trailer = ''] = /^trailer\n<<(.*)>>/ms.exec(table) ?? [];
  return { head: pdf.subarray(0, places[0]?.offset), objects, trailer };
}

/** A file as it is written, and where each object stands in it. */
class PackedFile {
  readonly #chunks: Uint8Array[];
  readonly #table = new CrossReference();
  #length: number;
  /** Number of the next object that is new. */
  #next: number;

  /** Begins with `head`; objects up to number `last` are those of pdfkit. */
  constructor(head: Uint8Array, last: number) {
    this.#chunks = [head];
    this.#length = head.length;
    this.#next = last + 1;
  }

  /** Writes an object as it is. */
  add({ id, bytes }: FileObject): void {
    this.#table.plain(id, this.#length);
    this.#push(bytes);
  }

  /** Writes objects as one stream: numbers and places first, then what each of them holds. */
  addTogether(objects: readonly FileObject[]): void {
    let head = '';
    let place = 0;
    const contents = objects.map(({ id, bytes }, index) => {
      const content = bytes.subarray(`${id} 0 obj\n`.length, -OBJECT_END.length);
      this.#table.together(id, this.#next, index);
      head += `${id} ${place} `;
      place += content.length;
      return content;
    });
    const facts = `/Type /ObjStm /N ${objects.length} /First ${head.length}`;
    this.#addStream(facts, Buffer.concat([Buffer.from(head, 'latin1'), ...contents]));
  }

  /** Writes the cross-reference with what `trailer` says of the file, and gives all bytes. */
  end(trailer: string): Uint8Array {
    const start = this.#length;
    this.#table.plain(this.#next, start);
    const { facts, bytes } = this.#table.stream();
    this.#addStream(trailer.replace(/\/Size \d+/, facts), bytes);
    this.#push(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
    return Buffer.concat(this.#chunks);
  }

  #addStream(facts: string, bytes: Uint8Array): void {
    const id = this.#next;
    const packed = deflateSync(bytes);
    const rest = `/Filter /FlateDecode /Length ${packed.length}`;
    const head = Buffer.from(`${id} 0 obj\n<<${facts} ${rest}>>\nstream\n`, 'latin1');
    this.add({ id, bytes: Buffer.concat([head, packed, STREAM_END]) });
    this.#next += 1;
  }

  #push(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
    this.#length += bytes.length;
  }
}
