import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import type { Files } from '../model/files.ts';

const SKIPPED = new Set(['node_modules', 'public']);

/** The files below a folder of the disk. Hidden files and folders are passed over. */
export function diskFiles(root: string): Files {
  const paths: string[] = [];
  const escapes = new Set<string>();
  const home = realpathSync(root);
  walk(root, '');
  return listedFiles(root, paths, escapes);

  function walk(folder: string, prefix: string): void {
    const entries = readdirSync(folder, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
      const path = prefix + entry.name;
      const full = `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) addLink(full, path);
      else if (entry.isDirectory()) walk(full, `${path}/`);
      else if (entry.isFile()) paths.push(path);
    }
  }

  function addLink(full: string, path: string): void {
    const target = realTarget(full);
    const inside = target !== undefined && !relative(home, target).startsWith('..');
    const folder = target !== undefined && statSync(target).isDirectory();
    if (inside && folder) return;
    paths.push(path);
    if (!inside) escapes.add(path);
  }
}

/** The files below a folder of the disk that somebody listed already. */
export function listedFiles(root: string, paths: string[], escapes: ReadonlySet<string>): Files {
  return {
    list: () => paths,
    read: (path) => readFileSync(`${root}/${path}`),
    escapes: () => escapes,
    stamp: (path) => stampOf(`${root}/${path}`),
  };
}

function realTarget(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** File systems note times in steps of up to two seconds; within one a file may change unseen. */
const STEP = 2000;

function stampOf(path: string): string | undefined {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  if (Date.now() - Math.max(mtimeMs, ctimeMs) < STEP) return undefined;
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
