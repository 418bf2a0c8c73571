import { posix } from 'node:path';
import type { Files } from '../model/files.ts';
import { kindOfPath } from '../model/kinds.ts';
import { git } from './git.ts';
import { GitFailure } from './git-failure.ts';
import { findRepository, type Repository } from './git-repository.ts';

/** In bytes: a file of a revision that is longer is not read. */
const LONGEST_FILE = 8 << 20;
/** In bytes: so much is read of one revision, or of one history. */
const MOST = 1 << 29;
/** In characters. */
const LONGEST_REVISION = 200;

/** The files below a folder as they stand in a revision; nothing is checked out. */
export function gitFiles(folder: string, revision: string): Files {
  const repository = findRepository(folder);
  const commit = resolveCommit(repository, revision);
  const entries = entriesOf(repository, commit);
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const data = entries.filter(({ path, mode }) => mode === LINK || kindOfPath(path) !== undefined);
  const blobs = new Map(readBlobs(repository, [...new Set(data.map(({ blob }) => blob))]));
  const bodyOf = (path: string): Uint8Array => {
    const blob = byPath.get(path)?.blob ?? '';
    const body = blobs.get(blob) ?? readBlobs(repository, [blob]).get(blob);
    if (body === undefined) throw new GitFailure('too-much', '8 MiB');
    blobs.set(blob, body);
    return body;
  };
  const links = entries.filter(({ mode }) => mode === LINK);
  const escapes = links.filter((link) => !byPath.has(targetOf(link.path, bodyOf(link.path))));
  return {
    list: () => entries.map(({ path }) => path).sort(),
    read: (path) => {
      const body = bodyOf(path);
      return byPath.get(path)?.mode === LINK ? bodyOf(targetOf(path, body)) : body;
    },
    escapes: () => new Set(escapes.map(({ path }) => path)),
  };
}

/** The full name of the commit that a revision stands for. Throws GitFailure when there is none. */
export function resolveCommit(repository: Repository, revision: string): string {
  if (revision.length > LONGEST_REVISION || !/^(?!-)[^\p{Cc}\p{Cs}]+$/u.test(revision)) {
    throw new GitFailure('bad-revision', revision);
  }
  const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  try {
    return git(repository, asked).toString().trim();
  } catch (error) {
    if (!(error instanceof GitFailure) || error.kind !== 'unreadable') throw error;
    const shallow = git(repository, ['rev-parse', '--is-shallow-repository']).toString();
    const isShallow = shallow.trim() === 'true';
    const isEarlier = !isShallow && /^(?:HEAD|@)[~^\d]+$/.test(revision);
    throw new GitFailure(
      isShallow ? 'shallow' : isEarlier ? 'first-commit' : 'no-revision',
      revision,
    );
  }
}

const LINK = '120000';

interface TreeEntry {
  readonly mode: string;
  readonly blob: string;
  readonly path: string;
}

function entriesOf(repository: Repository, commit: string): TreeEntry[] {
  const { prefix } = repository;
  const below = prefix === '' ? [] : ['--', `${prefix}/`];
  const tree = git(repository, ['ls-tree', '-r', '-z', '--full-tree', commit, ...below]);
  const lines = tree.toString().split('\0').filter(Boolean);
  return lines.map((line) => readEntry(line, prefix)).filter(isShown);
}

/** The plain files below a folder in a commit: blobs by path. */
export function treeBlobs(repository: Repository, commit: string): ReadonlyMap<string, string> {
  const plain = entriesOf(repository, commit).filter(({ mode }) => mode !== LINK);
  return new Map(plain.map(({ path, blob }) => [path, blob]));
}

/** `100644 blob <id>\t<path>`. */
function readEntry(line: string, prefix: string): TreeEntry {
  const at = line.indexOf('\t');
  const [mode = '', , blob = ''] = line.slice(0, at).split(' ');
  return { mode, blob, path: pathBelow(prefix, line.slice(at + 1)) };
}

/** A path of a repository as seen from a folder in it. */
export function pathBelow(prefix: string, path: string): string {
  return prefix === '' ? path : path.slice(prefix.length + 1);
}

/** The same files as on the disk: nothing hidden, no submodule. */
function isShown({ mode, path }: TreeEntry): boolean {
  return mode !== '160000' && !path.split('/').some((part) => part.startsWith('.'));
}

function targetOf(path: string, link: Uint8Array): string {
  return posix.join(posix.dirname(path), Buffer.from(link).toString());
}

/**
 * Blobs by their ids. A file that is too long is left out; throws GitFailure when the repository
 * lacks one, or when all of them are too much to hold.
 */
export function readBlobs(
  repository: Repository,
  ids: readonly string[],
): ReadonlyMap<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  const sizes = sizesOf(repository, ids);
  const wanted = [...sizes].filter(([, size]) => size <= LONGEST_FILE).map(([id]) => id);
  const total = wanted.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0);
  if (total > MOST) throw new GitFailure('too-much', '512 MiB');
  if (wanted.length === 0) return blobs;
  const answer = git(repository, ['cat-file', '--batch'], { input: `${wanted.join('\n')}\n` });
  let at = 0;
  for (const id of wanted) {
    const start = answer.indexOf(10, at) + 1;
    const end = start + (sizes.get(id) ?? 0);
    blobs.set(id, answer.subarray(start, end));
    at = end + 1;
  }
  return blobs;
}

/** `<id> blob <size>` for each; `<id> missing` where the repository lacks it. */
function sizesOf(repository: Repository, ids: readonly string[]): ReadonlyMap<string, number> {
  if (ids.length === 0) return new Map();
  const input = `${ids.join('\n')}\n`;
  const lines = git(repository, ['cat-file', '--batch-check'], { input }).toString().trim();
  return new Map(
    lines.split('\n').map((line): [string, number] => {
      const [id = '', type, size] = line.split(' ');
      if (type !== 'blob') throw new GitFailure('no-content');
      return [id, Number(size)];
    }),
  );
}
