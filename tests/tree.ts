import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder by its path in it, in order, with its bytes. */
export function treeOf(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)]));
}

/** The same with the digest of each file: expect() compares bytes one by one, for seconds. */
export function digestsOf(folder: string): Map<string, string> {
  const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  return new Map([...treeOf(folder)].map(([path, bytes]) => [path, digest(bytes)]));
}
