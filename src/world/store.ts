import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { OpenBlob, Store } from '../model/store.ts';
import { cacheKey } from './cache-key.ts';
import { Inside, openFile } from './inside.ts';

/**
 * The folder `.mingbai/cache` of a catalogue: hidden, so that it is neither read as part of the
 * catalogue nor published, ignored by git, and safe to delete. Nothing is read or written through a
 * link in its place.
 */
export function diskStore(root: string): Store {
  const folder = join(root, '.mingbai/cache');
  const place = (name: string): string => new Inside(root).make(`.mingbai/cache/${name}`);
  return {
    key: cacheKey(),
    open: (name) => quietly(() => openBlob(new Inside(root).open(`.mingbai/cache/${name}`))),
    write: (name, chunks) => {
      quietly(() => {
        const path = place(name);
        ignore(join(root, '.mingbai/.gitignore'));
        replace(path, chunks);
      });
    },
    append: (name, size, chunks) => {
      quietly(() => append(place(name), size, chunks));
    },
    keepNewest: (prefix, most) => {
      quietly(() => {
        place(prefix);
        const files = readdirSync(folder)
          .filter((name) => name.startsWith(prefix))
          .map((name) => ({ name, time: lstatSync(join(folder, name)).mtimeMs }));
        const old = files.sort((a, b) => b.time - a.time).slice(most);
        for (const { name } of old) rmSync(join(folder, name), { force: true });
      });
    },
  };
}

/** A catalogue that cannot be written to is worked on all the same, without remembering. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** To write it again would have some file systems wait for the disk. */
function ignore(path: string): void {
  if (!existsSync(path)) writeFileSync(path, '*\n', { flag: 'wx' });
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

function writeAll(file: number, chunks: Iterable<Uint8Array>): void {
  let portion: Uint8Array[] = [];
  let size = 0;
  for (const chunk of chunks) {
    portion.push(chunk);
    size += chunk.length;
    if (size < PORTION) continue;
    writeFileSync(file, portion.length === 1 ? chunk : Buffer.concat(portion));
    portion = [];
    size = 0;
  }
  writeFileSync(file, Buffer.concat(portion));
}

/** The new file takes the old one's place at once, so that nobody reads half of it. */
function replace(path: string, chunks: Iterable<Uint8Array>): void {
  const own = `${path}.${process.pid}`;
  rmSync(own, { force: true });
  const file = openSync(own, 'wx');
  try {
    writeAll(file, chunks);
  } catch (error) {
    rmSync(own, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(own, path);
}

/** Nothing is added when somebody else did so meanwhile; what is there is never written over. */
function append(path: string, size: number, chunks: Iterable<Uint8Array>): void {
  closeSync(openFile(path, path));
  const file = openSync(path, 'a');
  try {
    if (fstatSync(file).size === size) writeAll(file, chunks);
  } catch (error) {
    ftruncateSync(file, size);
    throw error;
  } finally {
    closeSync(file);
  }
}
