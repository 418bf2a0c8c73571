import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../model/version.ts';
import { piecesOf } from '../text/bytes.ts';
import type { BuiltFile } from './built.ts';

/** The manifest of a tree, which also marks it as written by mingbai, so that it may be replaced. */
export const MARKER = 'mingbai.json';

/** Paths that the last build wrote; none when there is no manifest that can be read. */
export function manifestPaths(out: string): string[] {
  try {
    return Object.keys(JSON.parse(readFileSync(join(out, MARKER), 'utf8')).files);
  } catch {
    return [];
  }
}

/** A file as the manifest lists it. */
type Listed = Pick<BuiltFile, 'path' | 'digest'>;

/** The manifest of these files as JSON, piece by piece; it does not list itself. */
export function manifestOf(files: Iterable<Listed>): Iterable<Uint8Array> {
  return piecesOf(linesOf(files));
}

/** A line a file: there may be hundreds of thousands. */
function* linesOf(files: Iterable<Listed>): Iterable<string> {
  yield `{\n  "generator": "mingbai ${VERSION}",\n  "files": {`;
  let comma = '';
  for (const { path, digest } of files) {
    yield `${comma}${lineHead(path)}${digest}"`;
    comma = ',';
  }
  yield comma === '' ? '}\n}\n' : '\n  }\n}\n';
}

/** Each path once, as it was written last. */
export function lastOfEach(files: Iterable<Listed>): Iterable<Listed> {
  const last = new Map<string, Listed>();
  for (const file of files) last.set(file.path, file);
  return last.values();
}

function lineHead(path: string): string {
  return `\n    ${JSON.stringify(path)}: "`;
}

/**
 * The manifest of a tree of which only these files changed, from the one before, which lists them
 * in the same order; undefined when it does not.
 */
export function changedManifest(
  before: Uint8Array,
  changed: Iterable<BuiltFile>,
): Uint8Array | undefined {
  const bytes = Buffer.from(before);
  let from = 0;
  for (const { path, digest } of changed) {
    const head = Buffer.from(lineHead(path));
    const at = bytes.indexOf(head, from);
    if (at === -1) return undefined;
    from = at + head.length;
    bytes.write(digest, from, 'latin1');
  }
  return bytes;
}
