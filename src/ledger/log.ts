import { createHash, createHmac } from 'node:crypto';
import type { OpenBlob, Store } from '../model/store.ts';
import { fromUtf8, toUtf8 } from '../text/utf8.ts';

/** Bytes of a log, and the SHA-256 of them. */
type Block = readonly [start: number, end: number, digest: string];

/** What is appended at once: what is other than before. */
interface Head<About, Row> {
  readonly about: About;
  /** By name; of two rows of one name the last counts. */
  readonly rows: Readonly<Record<string, Row>>;
  /** Names of which there is no row any more. */
  readonly gone: readonly string[];
  readonly blocks: Readonly<Record<string, Block>>;
}

/** What is written, piece by piece, by the names of the blocks. */
export type Blocks = Readonly<Record<string, Iterable<Uint8Array>>>;

/** In digits: where what was appended begins and where its head does, in bytes. */
const DIGITS = 16;
/** In bytes: both, the checksum, a line break. */
const TRAILER = DIGITS + DIGITS + 43 + 1;
/** More heads than this take longer to read than all rows take to write anew. */
const MOST_HEADS = 16;

/**
 * Rows and blocks of bytes in a file to which changes are appended, until most of it is out of date
 * and all of it is written anew. Each head is checksummed with the store's key and what stands
 * before it, each block by its head: what is not exactly as it was written is not there.
 */
export class Log<About, Row> {
  /** The last row of each name. */
  readonly rows = new Map<string, Row>();
  readonly #store: Store;
  readonly #name: string;
  readonly #blob: OpenBlob | undefined;
  readonly #heads: Head<About, Row>[] = [];
  #checksum = '';
  /** How many rows were written, those included that are out of date. */
  #written = 0;

  /** A log that is not there, or not as it was written, is empty. */
  constructor(store: Store, name: string) {
    this.#store = store;
    this.#name = name;
    this.#blob = store.open(name);
    const read = this.#blob === undefined ? [] : this.#readHeads(this.#blob);
    for (const { head, checksum } of read) {
      this.#heads.push(head);
      this.#checksum = checksum;
      for (const name of head.gone) this.rows.delete(name);
      for (const [name, row] of Object.entries(head.rows)) {
        this.rows.set(name, row);
        this.#written += 1;
      }
    }
  }

  /** What was said last about the whole; undefined for an empty log. */
  get about(): About | undefined {
    return this.#heads.at(-1)?.about;
  }

  /** The blocks of a name, oldest first; undefined when one of them is not as it was written. */
  blocks(name: string): Buffer[] | undefined {
    const found: Buffer[] = [];
    for (const { blocks } of this.#heads) {
      const [start, end, digest] = blocks[name] ?? [0, 0, ''];
      if (digest === '') continue;
      const bytes = this.#blob?.read(start, end);
      if (bytes === undefined || digestOf([bytes]) !== digest) return undefined;
      found.push(bytes);
    }
    return found;
  }

  /** Bytes by their place in the log, once all blocks of a name were seen to be as written. */
  reader(name: string): ByteReader | undefined {
    const blob = this.#blob;
    if (blob === undefined) return undefined;
    for (const { blocks } of this.#heads) {
      const [start, end, digest] = blocks[name] ?? [0, 0, ''];
      if (digest !== '' && digestOf(piecesOf(blob, start, end)) !== digest) return undefined;
    }
    return new ReadAhead(blob);
  }

  /** Takes the log for empty, since what it holds is of no use. */
  forget(): void {
    this.rows.clear();
    this.#heads.length = 0;
  }

  /** Whether rows may be appended, so many of them: else everything has to be written anew. */
  mayAppend(rows: number): boolean {
    if (this.#heads.length === 0 || this.#heads.length >= MOST_HEADS) return false;
    return this.#written + rows <= this.rows.size * 2;
  }

  /** In bytes: where what is appended will stand. */
  get size(): number {
    return this.#blob?.size ?? 0;
  }

  /** Appends what is other than before. */
  append(head: Omit<Head<About, Row>, 'blocks'>, blocks: Blocks): void {
    const { size } = this;
    this.#store.append(this.#name, size, this.#framed(head, blocks, size, this.#checksum));
  }

  /** Writes everything anew. */
  write(head: Omit<Head<About, Row>, 'blocks' | 'gone'>, blocks: Blocks): void {
    this.#store.write(this.#name, this.#framed({ ...head, gone: [] }, blocks, 0, ''));
  }

  /** Lets go of the file; nothing can be read any more. */
  close(): void {
    this.#blob?.close();
  }

  *#framed(
    head: Omit<Head<About, Row>, 'blocks'>,
    blocks: Blocks,
    start: number,
    before: string,
  ): Iterable<Uint8Array> {
    const written: Record<string, Block> = {};
    let at = start;
    for (const [name, pieces] of Object.entries(blocks)) {
      const hash = createHash('sha256');
      const from = at;
      for (const piece of pieces) {
        hash.update(piece);
        at += piece.length;
        yield piece;
      }
      written[name] = [from, at, hash.digest('base64url')];
    }
    const bytes = toUtf8(JSON.stringify({ ...head, blocks: written }));
    yield bytes;
    const numbers = [start, at].map((each) => String(each).padStart(DIGITS)).join('');
    yield toUtf8(`${numbers}${this.#checksumOf(bytes, numbers, before)}\n`);
  }

  #checksumOf(head: Uint8Array, numbers: string, before: string): string {
    const hash = createHmac('sha256', this.#store.key);
    return hash.update(`${this.#name}\n${numbers}\n${before}\n`).update(head).digest('base64url');
  }

  /** All heads, oldest first; none when one of them is not what this user's program wrote. */
  #readHeads(blob: OpenBlob): { head: Head<About, Row>; checksum: string }[] {
    try {
      const found = framesOf(blob);
      let before = '';
      return found.map(({ bytes, numbers, checksum }) => {
        if (this.#checksumOf(bytes, numbers, before) !== checksum) throw new Error('not ours');
        before = checksum;
        // Written by `#framed`, by whoever has the key.
        return { head: JSON.parse(fromUtf8(bytes)) as Head<About, Row>, checksum };
      });
    } catch {
      return [];
    }
  }
}

/** What was appended, as it says of itself, oldest first. */
function framesOf(blob: OpenBlob): { bytes: Buffer; numbers: string; checksum: string }[] {
  const found: ReturnType<typeof framesOf> = [];
  for (let end = blob.size; end > 0; ) {
    const last = end - TRAILER;
    const trailer = blob.read(last, end).toString('latin1');
    const numbers = trailer.slice(0, DIGITS * 2);
    const start = Number(numbers.slice(0, DIGITS));
    const at = Number(numbers.slice(DIGITS));
    if (!(start >= 0 && start <= at && at < last) || found.length > MOST_HEADS) return [];
    found.unshift({ bytes: blob.read(at, last), numbers, checksum: trailer.slice(-44, -1) });
    end = start;
  }
  return found;
}

function digestOf(pieces: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('base64url');
}

/** In bytes. */
const PIECE = 1 << 20;

function* piecesOf(blob: OpenBlob, start: number, end: number): Iterable<Buffer> {
  for (let at = start; at < end; at += PIECE) yield blob.read(at, Math.min(at + PIECE, end));
}

/** Bytes that are kept on the disk, too many to be held. */
export interface ByteReader {
  /** The bytes from `start` to before `end`, to be read and not to be held. */
  bytes(start: number, end: number): Buffer;
}

/** In bytes; what is kept is mostly asked for in its order, some kilobytes at a time. */
const PORTION = 1 << 16;

/** Reads more than is asked for: what is asked for next is often at hand. */
export class ReadAhead implements ByteReader {
  readonly #source: Pick<OpenBlob, 'size' | 'read'>;
  #portion: Buffer = Buffer.alloc(0);
  #start = 0;

  /** Takes what may grow but never changes. */
  constructor(source: Pick<OpenBlob, 'size' | 'read'>) {
    this.#source = source;
  }

  bytes(start: number, end: number): Buffer {
    if (start < this.#start || end > this.#start + this.#portion.length) {
      const most = Math.min(start + PORTION, this.#source.size);
      this.#portion = this.#source.read(start, Math.max(most, end));
      this.#start = start;
    }
    return this.#portion.subarray(start - this.#start, end - this.#start);
  }
}
