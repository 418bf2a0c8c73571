import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { sweepUp } from './move.ts';
import { stampOf } from './stage.ts';
import { treeMark } from './tree-mark.ts';

/** What there is in the folder that a build fills, before it does. */
export interface Present {
  /** The folder itself, absolute, no link to it. */
  readonly folder: string;
  /** Every file below it, by its path with `/`, with its stamp. */
  readonly files: ReadonlyMap<string, string>;
  /** A mark of them all, as `treeMark` gives it. */
  readonly mark: string;
}

/**
 * Looks into a folder, after it swept up what builds left there that were cut off. Takes an absolute
 * path; a folder that is not there is as good as an empty one.
 */
export function presentIn(path: string): Present {
  const folder = existsSync(path) ? realpathSync(path) : path;
  sweepUp(folder);
  const files = filesBelow(folder);
  return { folder, files, mark: treeMark(files) };
}

function filesBelow(root: string): Map<string, string> {
  const files = new Map<string, string>();
  const walk = (folder: string, prefix: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const full = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(full, `${prefix}${entry.name}/`);
      else files.set(prefix + entry.name, stampOf(lstatSync(full)));
    }
  };
  if (existsSync(root)) walk(root, '');
  return files;
}

/** The same on its way between threads: one long text is copied faster than many short ones. */
export interface PackedPresent extends Omit<Present, 'files'> {
  /** Paths and stamps by turns, with what no path can hold between them. */
  readonly files: string;
}

/** Makes it ready for the way. */
export function packPresent({ files, ...rest }: Present): PackedPresent {
  return { ...rest, files: [...files].flat().join('\0') };
}

/** Unpacks what `packPresent` packed. */
export function unpackPresent({ files, ...rest }: PackedPresent): Present {
  const parts = files === '' ? [] : files.split('\0');
  const map = new Map<string, string>();
  for (let at = 0; at < parts.length; at += 2) map.set(parts[at] ?? '', parts[at + 1] ?? '');
  return { ...rest, files: map };
}
