/** Bytes of an entry: kind, place, index. */
const WIDTHS = '[1 4 2]';
const SIZE = 7;

/** Kinds of entries: no object, one at an offset of the file, one in an object stream. */
const UNUSED = 0;
const PLAIN = 1;
const TOGETHER = 2;

/** Where every object of a file stands. */
export class CrossReference {
  readonly #entries: Buffer[] = [entry(UNUSED, 0, 0xffff)];

  /** An object that starts at an offset of the file. */
  plain(id: number, offset: number): void {
    this.#entries[id] = entry(PLAIN, offset, 0);
  }

  /** An object by its index in an object stream. */
  together(id: number, stream: number, index: number): void {
    this.#entries[id] = entry(TOGETHER, stream, index);
  }

  /** The stream that says so: each entry as its difference from the one above (PNG's “up”). */
  stream(): { readonly facts: string; readonly bytes: Uint8Array } {
    const size = this.#entries.length;
    const bytes = new Uint8Array(size * (SIZE + 1));
    this.#entries.forEach((own, row) => {
      const to = row * (SIZE + 1);
      bytes[to] = UP;
      own.forEach((byte, at) => {
        bytes[to + 1 + at] = byte - (this.#entries[row - 1]?.[at] ?? 0);
      });
    });
    const predictor = `/DecodeParms <</Predictor 12 /Columns ${SIZE}>>`;
    return { facts: `/Type /XRef /Size ${size} /W ${WIDTHS} ${predictor}`, bytes };
  }
}

/** The predictor of a row, by which it is deflated to half of its bytes. */
const UP = 2;

function entry(kind: number, place: number, index: number): Buffer {
  const bytes = Buffer.alloc(SIZE);
  bytes.writeUInt8(kind, 0);
  bytes.writeUInt32BE(place, 1);
  bytes.writeUInt16BE(index, 5);
  return bytes;
}
