import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Path and bytes of every file of a tree. */
export function sizesOf(tree: string): [path: string, bytes: number][] {
  return readdirSync(tree, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(tree, path), statSync(path).size];
    });
}

/** How many files a tree has, and how many bytes they are together. */
export function countTree(tree: string): { readonly files: number; readonly bytes: number } {
  const sizes = sizesOf(tree);
  return { files: sizes.length, bytes: sizes.reduce((sum, [, bytes]) => sum + bytes, 0) };
}
