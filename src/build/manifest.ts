import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../model/version.ts';
import { bytesOf } from '../text/bytes.ts';
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

/** The manifest of these files as JSON; it does not list itself. */
export function manifestOf(files: Iterable<BuiltFile>): Uint8Array {
  const digests = new Map<string, string>();
  for (const { path, digest } of files) digests.set(path, digest);
  return bytesOf(linesOf(digests));
}

/** A line a file: there may be hundreds of thousands. */
function* linesOf(digests: ReadonlyMap<string, string>): Iterable<string> {
  yield `{\n  "generator": "mingbai ${VERSION}",\n  "files": {`;
  let comma = '';
  for (const [path, digest] of digests) {
    yield `${comma}${lineHead(path)}${digest}"`;
    comma = ',';
  }
  yield digests.size === 0 ? '}\n}\n' : '\n  }\n}\n';
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
