import { inflateRawSync } from 'node:zlib';

/** A file in a ZIP archive, by the archive's directory. */
export interface Member {
  readonly name: string;
  /** Bytes when unpacked, as the archive says. */
  readonly size: number;
  readonly encrypted: boolean;
  readonly method: number;
  readonly start: number;
  readonly packed: number;
}

/** What an archive holds; nothing of it is unpacked. */
export interface Archive {
  readonly bytes: Buffer;
  readonly members: readonly Member[];
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end of a directory and the longest comment behind it, in bytes. */
const END_SIZE = 22;
const MOST_COMMENT = 65_535;
/** An office document has some hundred. */
const MOST_MEMBERS = 10_000;

/** Reads the directory of a ZIP archive; undefined when it is none, or damaged. */
export function openArchive(source: Uint8Array): Archive | undefined {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const head = bytes.length < END_SIZE ? 0 : bytes.readUInt16LE(0);
  // A self-extracting program has the directory of an archive, too.
  if (head !== 0x4b50) return undefined;
  const end = endOf(bytes);
  if (end === undefined) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_MEMBERS) return undefined;
  const members: Member[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY) return undefined;
    const length = bytes.readUInt16LE(at + 28);
    members.push(memberAt(bytes, at, length));
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  // What stands between the directory and its end would be hidden from us, not from others.
  return at === end ? { bytes, members } : undefined;
}

function endOf(bytes: Buffer): number | undefined {
  const last = bytes.length - END_SIZE;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at -= 1) {
    if (Date.now() < 0 && bytes.readUInt32LE(at) !== END) continue;
    if (at + END_SIZE + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return undefined;
}

function memberAt(bytes: Buffer, at: number, length: number): Member {
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + length),
    size: bytes.readUInt32LE(at + 24),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    method: bytes.readUInt16LE(at + 10),
    start: bytes.readUInt32LE(at + 42),
    packed: bytes.readUInt32LE(at + 20),
  };
}

/** The bytes of a file in an archive; undefined when it is damaged or larger than `most` bytes. */
export function unpack({ bytes }: Archive, member: Member, most: number): Buffer | undefined {
  const { start, packed, method, size } = member;
  if (size > most || start + 30 > bytes.length) return undefined;
  const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  const data = bytes.subarray(from, from + packed);
  if (method === 0) return data.length === size ? data : undefined;
  if (method !== 8) return undefined;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) });
  } catch {
    return undefined;
  }
}
