import { VERSION } from '../model/version.ts';
import { piecesOf } from '../text/bytes.ts';
import { fromUtf8 } from '../text/utf8.ts';
import type { BuiltFile } from './built.ts';

/** The manifest of a tree, which also marks it as written by mingbai, so that it may be replaced. */
export const MARKER = 'mingbai.json';

/** Digests of the files that a manifest lists, by path; undefined for a file that is none of ours. */
export function readManifest(bytes: Uint8Array): ReadonlyMap<string, string> | undefined {
  try {
    const read: unknown = JSON.parse(fromUtf8(bytes));
    const { generator, files } = Object(read) as { generator?: unknown; files?: unknown };
    if (typeof generator !== 'string' || !generator.startsWith('mingbai ')) return undefined;
    if (typeof files !== 'object' || files === null) return undefined;
    return new Map(Object.entries(files).map(([path, digest]) => [path, String(digest)]));
  } catch {
    return undefined;
  }
}

/** Of the manifest: raised when a key is taken away or means something else. */
const FORMAT = 1;

/** A file as the manifest lists it. */
type Listed = Pick<BuiltFile, 'path' | 'digest'>;

/** The manifest of these files as JSON, piece by piece; it does not list itself. */
export function manifestOf(files: Iterable<Listed>): Iterable<Uint8Array> {
  return piecesOf(linesOf(files));
}

/** A line a file: there may be hundreds of thousands. */
function* linesOf(files: Iterable<Listed>): Iterable<string> {
  yield `{\n  "generator": "mingbai ${VERSION}",\n  "format": ${FORMAT},\n  "files": {`;
  let comma = '';
  for (const { path, digest } of files) {
    yield `${comma}\n    ${JSON.stringify(path)}: "${digest}"`;
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
