import type { Files } from '../src/model/files.ts';

/** A catalogue in memory: path to text or bytes. */
export function memoryFiles(
  record: Readonly<Record<string, string | Uint8Array>>,
  escapes: readonly string[] = [],
): Files {
  const encoder = new TextEncoder();
  return {
    list: () => Object.keys(record).sort(),
    read: (path) => {
      const body = record[path];
      if (body === undefined) throw new Error(`no file ${path}`);
      return typeof body === 'string' ? encoder.encode(body) : body;
    },
    escapes: () => new Set(escapes),
  };
}
