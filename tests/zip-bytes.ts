import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP archive of some files; what the directory says of their sizes can be a lie. */
export function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  lies: { readonly size?: number; readonly encrypted?: boolean } = {},
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let start = 0;
  for (const [path, body] of Object.entries(files)) {
    const name = Buffer.from(path);
    const bytes = Buffer.from(body);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x800 | (lies.encrypted === true ? 1 : 0), 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crcOf(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(lies.size ?? bytes.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(start, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, rest, name);
    parts.push(local);
    start += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(start, 12);
  return Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

function crcOf(bytes: Uint8Array): number {
  // Since Node 20.15; what is read here does not look at it.
  return typeof crc32 === 'function' ? crc32(bytes) : 0;
}
