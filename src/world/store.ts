import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { OpenBlob, Store } from '../model/store.ts';

/**
 * The folder `.mingbai/cache` of a catalogue: hidden, so that it is neither read as part of the
 * catalogue nor published, ignored by git, and safe to delete.
 */
export function diskStore(root: string): Store {
  const home = join(root, '.mingbai');
  const folder = join(home, 'cache');
  return {
    read: (name) => {
      try {
        return readFileSync(join(folder, name));
      } catch {
        return undefined;
      }
    },
    open: (name) => {
      try {
        return openBlob(openSync(join(folder, name), 'r'));
      } catch {
        return undefined;
      }
    },
    write: (name, chunks) => {
      try {
        mkdirSync(folder, { recursive: true });
        // To write it again would have some file systems wait for the disk.
        if (!existsSync(join(home, '.gitignore'))) writeFileSync(join(home, '.gitignore'), '*\n');
        replace(join(folder, name), chunks);
      } catch {
        // A catalogue that can't be written to is checked all the same.
      }
    },
    keepNewest: (prefix, most) => {
      try {
        const names = readdirSync(folder).filter((name) => name.startsWith(prefix));
        const ages = new Map<string, number>();
        for (const name of names) {
          const age = -statSync(join(folder, name)).mtimeMs;
          ages.set(groupOf(name), Math.min(age, ages.get(groupOf(name)) ?? age));
        }
        const groups = [...ages].sort(([, a], [, b]) => a - b).map(([group]) => group);
        const old = new Set(groups.slice(most));
        for (const name of names) {
          if (old.has(groupOf(name))) rmSync(join(folder, name), { force: true });
        }
      } catch {
        // Somebody else tidied up meanwhile, or there is nothing yet.
      }
    },
  };
}

/** Blobs that go together have names that differ behind a full stop only. */
function groupOf(name: string): string {
  return name.replace(/\..*/, '');
}

function openBlob(file: number): OpenBlob {
  let open = true;
  return {
    size: fstatSync(file).size,
    read: (start, end) => {
      const bytes = Buffer.allocUnsafe(end - start);
      if (readSync(file, bytes, 0, bytes.length, start) < bytes.length) {
        throw new Error('a file of the cache was cut off while it was read');
      }
      return bytes;
    },
    close: () => {
      if (open) closeSync(file);
      open = false;
    },
  };
}

/** In bytes: writing many short chunks takes longer than putting them together first. */
const PORTION = 1 << 20;

function* portionsOf(chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  let portion: Uint8Array[] = [];
  let size = 0;
  for (const chunk of chunks) {
    portion.push(chunk);
    size += chunk.length;
    if (size < PORTION) continue;
    yield portion.length === 1 ? chunk : Buffer.concat(portion);
    portion = [];
    size = 0;
  }
  yield Buffer.concat(portion);
}

/** The new file takes the old one's place at once, so that nobody reads half of it. */
function replace(path: string, chunks: Iterable<Uint8Array>): void {
  const own = `${path}.${process.pid}`;
  const file = openSync(own, 'w');
  try {
    for (const portion of portionsOf(chunks)) writeFileSync(file, portion);
  } finally {
    closeSync(file);
  }
  renameSync(own, path);
}
