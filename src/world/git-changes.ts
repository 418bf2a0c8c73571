import { createHash } from 'node:crypto';
import { bytesOrWhy, type Files } from '../model/files.ts';
import { kindOfPath } from '../model/kinds.ts';
import { git } from './git.ts';
import { GitFailure } from './git-failure.ts';
import { readBlobs, resolveCommit, treeBlobs } from './git-files.ts';
import { type FileChange, fileChanges } from './git-history.ts';
import { findRepository, type Repository } from './git-repository.ts';

/** A data file that is not the same in two states; absent bytes: it is not there. */
export interface Differing {
  readonly path: string;
  readonly before?: Uint8Array;
  readonly after?: Uint8Array;
}

/**
 * The data files below a folder that differ between two revisions; only these are read. Throws
 * GitFailure where git does not answer.
 */
export function changedBetween(folder: string, from: string, to: string): Differing[] {
  const repository = findRepository(folder);
  const [before, after] = [from, to].map((each) => resolveCommit(repository, each));
  const { prefix } = repository;
  const below = prefix === '' ? [] : ['--', prefix];
  const asked = ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-abbrev'];
  const answer = git(repository, [...asked, before ?? '', after ?? '', ...below]).toString();
  const changes = fileChanges(answer, prefix).filter(({ path }) => isData(path));
  const ids = changes.flatMap(({ before: old = '', after: now = '' }) => [old, now]);
  const blobs = readBlobs(repository, [...new Set(ids.filter((id) => id !== ''))]);
  return changes.map((change) => withBytes(change, blobs));
}

function withBytes(
  { path, before, after }: FileChange,
  blobs: ReadonlyMap<string, Uint8Array>,
): Differing {
  const [old, now] = [before, after].map((id) => (id === undefined ? undefined : blobs.get(id)));
  return {
    path,
    ...(old === undefined ? {} : { before: old }),
    ...(now === undefined ? {} : { after: now }),
  };
}

/** The data files below a folder that differ between a revision and the disk. */
export function changedSince(folder: string, from: string, files: Files): Differing[] {
  const repository = findRepository(folder);
  const blobs = treeBlobs(repository, resolveCommit(repository, from));
  const onDisk = new Map<string, Uint8Array>();
  const same = new Set<string>();
  for (const path of dataPaths(files)) {
    const body = bytesOrWhy(path, files);
    if (typeof body === 'string') continue;
    const blob = blobs.get(path);
    if (blob !== undefined && blob === blobId(body, blob.length)) same.add(path);
    else onDisk.set(path, body);
  }
  const gone = [...blobs].filter(([path]) => !same.has(path) && isData(path));
  const old = readBlobs(repository, [...new Set(gone.map(([, id]) => id))]);
  const paths = new Set([...gone.map(([path]) => path), ...onDisk.keys()]);
  return [...paths].sort().map((path) => {
    const [before, after] = [old.get(blobs.get(path) ?? ''), onDisk.get(path)];
    return {
      path,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    };
  });
}

/** What git calls a file with these bytes; repositories use names of 40 or of 64 digits. */
function blobId(body: Uint8Array, digits: number): string {
  const hash = createHash(digits === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${body.length}\0`).update(body).digest('hex');
}

/** The data files that differ between two folders. */
export function changedFolders(before: Files, after: Files): Differing[] {
  const [olds, nows] = [new Set(dataPaths(before)), new Set(dataPaths(after))];
  return [...new Set([...olds, ...nows])].sort().flatMap((path): Differing[] => {
    const old = olds.has(path) ? bodyIn(path, before) : undefined;
    const now = nows.has(path) ? bodyIn(path, after) : undefined;
    if (old !== undefined && now !== undefined && Buffer.compare(old, now) === 0) return [];
    return [
      {
        path,
        ...(old === undefined ? {} : { before: old }),
        ...(now === undefined ? {} : { after: now }),
      },
    ];
  });
}

/** As on the disk, what is hidden is not looked at. */
function isData(path: string): boolean {
  return kindOfPath(path) !== undefined && !path.split('/').some((part) => part.startsWith('.'));
}

function dataPaths(files: Files): string[] {
  const escapes = files.escapes();
  return files.list().filter((path) => isData(path) && !escapes.has(path));
}

function bodyIn(path: string, files: Files): Uint8Array | undefined {
  const body = bytesOrWhy(path, files);
  return typeof body === 'string' ? undefined : body;
}

/** The newest commit that both revisions come from; undefined where they have none. */
export function mergeBase(repository: Repository, one: string, other: string): string | undefined {
  const commits = [one, other].map((each) => resolveCommit(repository, each));
  try {
    return (
      git(repository, ['merge-base', ...commits])
        .toString()
        .trim() || undefined
    );
  } catch (error) {
    // Ends with 1 and without a word where there is none.
    if (error instanceof GitFailure && error.kind === 'unreadable') return undefined;
    throw error;
  }
}
