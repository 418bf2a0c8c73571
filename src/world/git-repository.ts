import { existsSync, lstatSync, readFileSync, realpathSync, type Stats } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { GitFailure } from './git-failure.ts';

/** A git repository and a folder in it. */
export interface Repository {
  /** The folder that holds `.git`, absolute and without links. */
  readonly top: string;
  /** What `.git` is or leads to, absolute. */
  readonly gitDir: string;
  /** The folder that was asked for, seen from `top`, with `/`; empty for `top` itself. */
  readonly prefix: string;
}

/**
 * Finds the repository that a folder belongs to: the nearest `.git` at or above it. A folder that
 * merely looks like a repository (a bare one, which a commit can bring) is none. Throws GitFailure
 * where there is none, and where `.git` leads out of what git itself made.
 */
export function findRepository(folder: string): Repository {
  const start = realpathSync(folder);
  for (let top = start; ; top = dirname(top)) {
    const path = join(top, '.git');
    const found = statOf(path);
    if (found !== undefined) return repositoryAt(path, found, top, start);
    if (top === dirname(top)) throw new GitFailure('no-repository', folder);
  }
}

function repositoryAt(path: string, found: Stats, top: string, start: string): Repository {
  try {
    const gitDir = gitDirOf(path, found, top);
    refuseBorrowed(gitDir, path);
    return { top, gitDir, prefix: relative(top, start).split(sep).join('/') };
  } catch (error) {
    const denied = error instanceof Error && 'code' in error && error.code === 'EACCES';
    throw denied ? new GitFailure('unreadable', top) : error;
  }
}

/** Objects and revisions of another repository on this machine are not the catalogue's to show. */
function refuseBorrowed(gitDir: string, path: string): void {
  const common = commonOf(gitDir);
  const home = realpathSync(gitDir);
  // A worktree's own folder lies in that of its repository: `.git/worktrees/<name>`.
  const ours = realpathSync(common) === home || home.startsWith(realpathSync(common) + sep);
  const own = [gitDir, common].flatMap((folder) => OWN.map((name) => join(folder, name)));
  const linked = own.find((each) => statOf(each)?.isSymbolicLink() === true);
  const alternates = [gitDir, common].map((each) => join(each, 'objects/info/alternates'));
  const borrowed = linked ?? alternates.find(existsSync) ?? (ours ? undefined : path);
  if (borrowed !== undefined) throw new GitFailure('elsewhere', borrowed);
}

/** What git reads of a repository, none of which git itself makes a link. */
const OWN = ['objects', 'objects/info', 'objects/pack', 'refs', 'HEAD', 'packed-refs', 'config'];

function statOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/** A folder; or a file of a worktree or a submodule, which git cannot be made to commit. */
function gitDirOf(path: string, found: Stats, top: string): string {
  if (found.isDirectory()) return path;
  if (!found.isFile() || found.size > 4096) throw new GitFailure('elsewhere', path);
  const target = lineIn(path).replace(/^gitdir: /, '');
  const gitDir = resolve(top, target);
  if (isWorktree(gitDir, path) || isSubmodule(gitDir, top)) return gitDir;
  throw new GitFailure('elsewhere', path);
}

/** A linked worktree is known to its repository too, which names the `.git` that leads to it. */
function isWorktree(gitDir: string, path: string): boolean {
  const back = join(gitDir, 'gitdir');
  if (statOf(back)?.isFile() !== true) return false;
  return samePath(resolve(gitDir, lineIn(back)), path);
}

/** A submodule's repository lies in that of the project around it. */
function isSubmodule(gitDir: string, top: string): boolean {
  for (let above = dirname(top); ; above = dirname(above)) {
    if (statOf(join(above, '.git'))?.isDirectory() === true) {
      const modules = join(above, '.git', 'modules') + sep;
      return existsSync(gitDir) && realpathSync(gitDir).startsWith(modules);
    }
    if (above === dirname(above)) return false;
  }
}

/** Where a linked worktree finds what all worktrees share. */
function commonOf(gitDir: string): string {
  const common = join(gitDir, 'commondir');
  return statOf(common)?.isFile() === true ? resolve(gitDir, lineIn(common)) : gitDir;
}

function lineIn(path: string): string {
  return readFileSync(path, 'utf8').trim();
}

function samePath(one: string, other: string): boolean {
  return existsSync(one) && realpathSync(one) === realpathSync(other);
}
