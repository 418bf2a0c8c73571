import { readFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);

/** Reads the program's own files by path from its root, wherever it is installed. */
export function ownAssets(): (path: string) => Uint8Array {
  return (path) => readFileSync(new URL(path, ROOT));
}
