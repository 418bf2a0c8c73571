import type { Store } from '../src/model/store.ts';

/** Blobs kept in memory. */
export function memoryStore(blobs = new Map<string, Uint8Array>(), key = 'key'): Store {
  return {
    key: Buffer.from(key),
    open: (name) => {
      const bytes = blobs.get(name);
      if (bytes === undefined) return undefined;
      return {
        size: bytes.length,
        read: (start, end) => {
          if (start < 0 || end > bytes.length) throw new Error('cut off');
          return Buffer.from(bytes.subarray(start, end));
        },
        close: () => {},
      };
    },
    write: (name, chunks) => {
      blobs.set(name, Buffer.concat([...chunks]));
    },
    append: (name, size, chunks) => {
      const before = blobs.get(name) ?? new Uint8Array();
      if (before.length === size) blobs.set(name, Buffer.concat([before, ...chunks]));
    },
    keepNewest: () => {},
  };
}
