import { createHash } from 'node:crypto';
import { MARKER, readManifest } from './manifest.ts';

/** The files of a published tree: in a folder, or in an archive. */
export interface PublishedFiles {
  readonly paths: Iterable<string>;
  /** Undefined for one that cannot be read: a link, or damaged. */
  read(path: string): Uint8Array | undefined;
}

/** What is wrong with one file of a tree. */
export interface TreeFault {
  readonly path: string;
  readonly why: 'changed' | 'missing' | 'stray' | 'no-manifest' | 'stale' | 'gone';
  /** What differs, where that is known. */
  readonly detail?: string;
}

/** Whether a tree is what was published: every file as its manifest says, none more, none less. */
export function verifyTree(files: PublishedFiles): TreeFault[] {
  const there = new Set(files.paths);
  const bytes = there.has(MARKER) ? files.read(MARKER) : undefined;
  const listed = bytes === undefined ? undefined : readManifest(bytes);
  if (listed === undefined) return [{ path: MARKER, why: 'no-manifest' }];
  const faults: TreeFault[] = [];
  for (const [path, digest] of listed) {
    const body = there.has(path) ? files.read(path) : undefined;
    if (!there.has(path)) faults.push({ path, why: 'missing' });
    else if (body === undefined || digestOfBytes(body) !== digest) {
      faults.push({ path, why: 'changed' });
    }
  }
  for (const path of there) {
    if (path !== MARKER && !listed.has(path)) faults.push({ path, why: 'stray' });
  }
  return faults.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function digestOfBytes(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

/** What a page says it was made of; undefined for one that is no item's. */
export interface PageSource {
  readonly source: string;
  readonly code: string;
  readonly digest: string;
}

/** Reads what a page says as data. */
export function pageSource(html: string): PageSource | undefined {
  const meta = (name: string): string =>
    new RegExp(`<meta name="mingbai-${name}" content="([^"]*)"`).exec(html)?.[1] ?? '';
  const [source, code, digest] = [meta('source'), meta('code'), meta('digest')];
  return source === '' || digest === '' ? undefined : { source, code, digest };
}

/** The code in a text that somebody typed or read out, or of a PDF that carries it as data. */
export function codeInText(text: string): string | undefined {
  const plain = text.normalize('NFKC');
  const marked = /校验码\s*[:：]?\s*((?:\d[\s-]*){12})/.exec(plain)?.[1];
  const found = marked ?? /(?<!\d)((?:\d[ -]?){11}\d)(?!\d)/.exec(plain)?.[1];
  return found?.replace(/\D/g, '');
}
