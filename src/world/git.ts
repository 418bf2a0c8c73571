import { spawnSync } from 'node:child_process';
import { posix } from 'node:path';
import type { Files } from '../model/files.ts';

/** A git command that failed: no repository, no such revision. */
export class GitFailure extends Error {}

const MOST = 2 ** 31 - 1;

/** The files below a folder as they stand in a revision; read through git, nothing is checked out. */
export function gitFiles(folder: string, revision: string): Files {
  const commit = git(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  const tree = git(folder, ['ls-tree', '-r', '-z', commit.toString().trim(), '--', '.']);
  const entries = tree.toString().split('\0').filter(Boolean).map(readEntry).filter(isShown);
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const blobs = readBlobs(folder, [...new Set(entries.map(({ blob }) => blob))]);
  const bodyOf = (path: string): Uint8Array =>
    blobs.get(byPath.get(path)?.blob ?? '') ?? missing(path);
  const links = entries.filter(({ mode }) => mode === '120000');
  const escapes = links.filter((link) => !byPath.has(targetOf(link.path, bodyOf(link.path))));
  return {
    list: () => entries.map(({ path }) => path).sort(),
    read: (path) => {
      const body = bodyOf(path);
      return byPath.get(path)?.mode === '120000' ? bodyOf(targetOf(path, body)) : body;
    },
    escapes: () => new Set(escapes.map(({ path }) => path)),
  };
}

interface TreeEntry {
  readonly mode: string;
  readonly blob: string;
  readonly path: string;
}

/** `100644 blob <id>\t<path>`. */
function readEntry(line: string): TreeEntry {
  const [head = '', path = ''] = line.split('\t');
  const [mode = '', , blob = ''] = head.split(' ');
  return { mode, blob, path };
}

/** The same files as on the disk: nothing hidden, no submodule. */
function isShown({ mode, path }: TreeEntry): boolean {
  return mode !== '160000' && !path.split('/').some((part) => part.startsWith('.'));
}

function targetOf(path: string, link: Uint8Array): string {
  return posix.join(posix.dirname(path), Buffer.from(link).toString());
}

/** All blobs in one go: `<id> blob <size>\n<bytes>\n` for each that is asked for. */
export function readBlobs(folder: string, ids: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  if (ids.length === 0) return blobs;
  const answer = git(folder, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  let at = 0;
  for (const id of ids) {
    const end = answer.indexOf(10, at);
    const size = Number(answer.subarray(at, end).toString().split(' ')[2]);
    blobs.set(id, answer.subarray(end + 1, end + 1 + size));
    at = end + size + 2;
  }
  return blobs;
}

/** Runs git in a folder and gives what it writes. Throws GitFailure. */
export function git(folder: string, args: readonly string[], input?: string): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: folder,
    maxBuffer: MOST,
    ...(input === undefined ? {} : { input }),
  });
  if (error === undefined && status === 0) return stdout;
  throw new GitFailure(error?.message ?? (stderr.toString().trim() || args.join(' ')));
}

function missing(path: string): never {
  throw new Error(`no file ${path} in this revision`);
}
