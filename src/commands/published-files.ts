import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { openArchive, unpack } from '../load/forms/zip.ts';
import { say } from '../model/words.ts';
import { MARKER } from '../publish/manifest.ts';
import { filesBelow } from '../publish/tree.ts';
import type { PublishedFiles } from '../publish/verify-tree.ts';
import { Inside, readInside } from '../world/inside.ts';
import { type Session, UsageError } from './command.ts';

/** In bytes: an archive of a site. */
const MOST_ARCHIVE = 2 ** 31 - 1;
/** In bytes: one file of it. */
const MOST_FILE = 1 << 28;

/** The files of a published tree: a folder, its manifest, or a ZIP archive of it. */
export function openPublished(name: string, { world }: Session): PublishedFiles {
  const path = resolve(world.cwd, name);
  if (!existsSync(path)) {
    throw new UsageError(say(`没有“${name}”`, `there is no “${name}”`));
  }
  if (statSync(path).isDirectory()) return inFolder(path);
  if (basename(path) === MARKER) return inFolder(dirname(path));
  const files = inArchive(readInside(dirname(path), basename(path), MOST_ARCHIVE));
  if (files !== undefined) return files;
  throw new UsageError(
    say(
      `“${name}”不是发布出来的文件夹、${MARKER} 或者 zip；先解开再核对`,
      `“${name}” is no published folder, ${MARKER} or zip: unpack it first`,
    ),
  );
}

/** The files below a folder; links are listed and not read. */
export function inFolder(folder: string): PublishedFiles {
  const inside = new Inside(folder);
  return {
    paths: filesBelow(folder).keys(),
    read: (path) => {
      try {
        return inside.read(path);
      } catch {
        return undefined;
      }
    },
  };
}

function inArchive(bytes: Uint8Array): PublishedFiles | undefined {
  const archive = openArchive(bytes);
  if (archive === undefined) return undefined;
  const members = archive.members.filter(({ name }) => !name.endsWith('/'));
  const marker = members.find(({ name }) => basename(name) === MARKER)?.name ?? MARKER;
  const prefix = marker.slice(0, -MARKER.length);
  const byPath = new Map(
    members.map((each) => [
      each.name.startsWith(prefix) ? each.name.slice(prefix.length) : `../${each.name}`,
      each,
    ]),
  );
  return {
    paths: byPath.keys(),
    read: (path) => {
      const member = byPath.get(path);
      return member === undefined ? undefined : unpack(archive, member, MOST_FILE);
    },
  };
}
