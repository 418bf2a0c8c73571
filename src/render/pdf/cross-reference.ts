/** Bytes of an entry: its kind, its place, its index. */
export const ENTRY = [1, 4, 2] as const;

const SIZE = 7;
const UNUSED = 0;
const PLAIN = 1;
const TOGETHER = 2;

/** Where every object of a file stands, for a cross-reference stream. */
export class CrossReference {
  readonly #table: Uint8Array;
  readonly #view: DataView;

  /** For objects 0 to `count` - 1, the first of which is never used. */
  constructor(count: number) {
    this.#table = new Uint8Array(count * SIZE);
    this.#view = new DataView(this.#table.buffer);
    this.#set(0, UNUSED, 0, 0xffff);
  }

  /** An object that starts at an offset of the file. */
  plain(id: number, offset: number): void {
    this.#set(id, PLAIN, offset, 0);
  }

  /** An object by its index in an object stream. */
  together(id: number, stream: number, index: number): void {
    this.#set(id, TOGETHER, stream, index);
  }

  /** Each entry as its difference from the one above, which deflates best (PNG's “up”). */
  predicted(): Uint8Array {
    const table = this.#table;
    const rows = table.length / SIZE;
    const bytes = new Uint8Array(rows * (SIZE + 1));
    for (let row = 0; row < rows; row += 1) {
      const to = row * (SIZE + 1);
      bytes[to] = 2;
      for (let at = 0; at < SIZE; at += 1) {
        const from = row * SIZE + at;
        bytes[to + 1 + at] = (table[from] ?? 0) - (table[from - SIZE] ?? 0);
      }
    }
    return bytes;
  }

  #set(id: number, kind: number, place: number, index: number): void {
    this.#view.setUint8(id * SIZE, kind);
    this.#view.setUint32(id * SIZE + 1, place);
    this.#view.setUint16(id * SIZE + 5, index);
  }
}

/** How the entries are to be read back. */
export const PREDICTED = { Predictor: 12, Columns: SIZE } as const;
