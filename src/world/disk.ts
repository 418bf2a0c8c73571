import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, sep } from 'node:path';
import { type Files, MOST_DEPTH, type Refusal, RefusedError } from '../model/files.ts';
import { kindOfPath } from '../model/kinds.ts';
import { findInvisible } from '../text/invisible.ts';
import { readInside, wayInside } from './inside.ts';

const SKIPPED = new Set(['node_modules', 'public']);

/** The files below a folder of the disk. Hidden files and folders are passed over. */
export function diskFiles(root: string): Files {
  const paths: string[] = [];
  const refused = new Set<string>();
  const home = realpathSync(root);
  for (const entry of entriesOf(root)) add(root, entry, '', 1);
  return listedFiles(root, paths, refused);

  function add(folder: string, entry: Dirent, prefix: string, depth: number): void {
    if (isSkipped(entry.name)) return;
    const path = prefix + entry.name;
    const full = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !isDataPath(path) && isPlain(entry.name) && depth < MOST_DEPTH) {
      walk(full, path, depth);
      return;
    }
    const why = kindOfEntry(home, full, path, entry);
    if (why === 'inner') return;
    paths.push(path);
    if (why !== 'plain') refused.add(path);
  }

  function walk(folder: string, path: string, depth: number): void {
    let entries: Dirent[];
    try {
      entries = entriesOf(folder);
    } catch {
      paths.push(path);
      refused.add(path);
      return;
    }
    for (const entry of entries) add(folder, entry, `${path}/`, depth + 1);
  }
}

function entriesOf(folder: string): Dirent[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isSkipped(name: string): boolean {
  return name.startsWith('.') || SKIPPED.has(name);
}

/** A name with U+FFFD is none in UTF-8, and opens nothing. */
function isPlain(name: string): boolean {
  return !/[\t\n\r]/.test(name) && findInvisible(name).length === 0;
}

function isDataPath(path: string): boolean {
  return kindOfPath(path) !== undefined;
}

/** A file that is read, a link to a folder that is listed in its own place, or why it is not read. */
type Kind = 'plain' | 'inner' | Refusal;

function kindOfEntry(
  home: string,
  full: string,
  path: string,
  entry: Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>,
): Kind {
  if (!isPlain(basename(path))) return 'name';
  if (entry.isFile()) return 'plain';
  if (entry.isSymbolicLink()) return kindOfLink(home, full);
  if (!entry.isDirectory()) return 'special';
  if (isDataPath(path)) return 'folder';
  return path.split('/').length < MOST_DEPTH ? 'unreadable' : 'deep';
}

function kindOfLink(home: string, full: string): Kind {
  try {
    const target = realpathSync(full);
    const way = wayInside(home, target);
    if (way === undefined || way.split(sep).some(isSkipped)) return 'outside';
    const kind = statSync(target);
    if (kind.isDirectory()) return 'inner';
    return kind.isFile() ? 'plain' : 'special';
  } catch {
    return 'dangling';
  }
}

/** The files below a folder of the disk that somebody listed already. */
export function listedFiles(root: string, paths: string[], refused: ReadonlySet<string>): Files {
  return {
    list: () => paths,
    read: (path) => {
      if (refused.has(path)) throw new RefusedError(path, 'outside');
      return readInside(root, path);
    },
    escapes: () => refused,
    refusal: (path) => (refused.has(path) ? whyRefused(root, path) : undefined),
    stamp: (path) => stampOf(`${root}/${path}`),
  };
}

/** Why a path that was refused when it was listed still is. */
function whyRefused(root: string, path: string): Refusal | undefined {
  const full = `${root}/${path}`;
  try {
    const why = kindOfEntry(realpathSync(root), full, path, lstatSync(full));
    return why === 'inner' || why === 'plain' ? undefined : why;
  } catch {
    return isPlain(basename(path)) ? 'unreadable' : 'name';
  }
}

/** File systems note times in steps of up to two seconds; within one a file may change unseen. */
const STEP = 2000;

function stampOf(path: string): string | undefined {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  if (Date.now() - Math.max(mtimeMs, ctimeMs) < STEP) return undefined;
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
