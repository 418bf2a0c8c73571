import { git } from './git.ts';
import { GitFailure } from './git-failure.ts';
import { pathBelow, resolveCommit } from './git-files.ts';
import { findRepository, type Repository } from './git-repository.ts';

/** A file that a commit changed; paths are below the folder that was asked for. */
export interface FileChange {
  readonly path: string;
  /** Ids of the blobs; absent before the file came and after it went. */
  readonly before?: string;
  readonly after?: string;
}

/** A commit that changed files of a folder. */
export interface Commit {
  readonly id: string;
  /** Day of the commit as its author's clock had it, YYYY-MM-DD. */
  readonly date: string;
  readonly files: readonly FileChange[];
}

/** How far back history is read. */
export interface HistoryRange {
  /** A revision that is not part of it; all that is reachable when absent. */
  readonly since?: string;
  /** No older than so many months before the newest commit of the folder. */
  readonly months?: number;
}

/**
 * What changed below a folder, newest first, merges as one step. The commit with which the folder
 * began, or where a shallow clone ends, is the ground the rest stands on and is left out. Throws
 * GitFailure where there is no repository or no such revision.
 */
export function gitHistory(folder: string, { since, months }: HistoryRange): Commit[] {
  const repository = findRepository(folder);
  const { prefix } = repository;
  const range = since === undefined ? 'HEAD' : `${resolveCommit(repository, since)}..HEAD`;
  if (!hasCommits(repository)) return [];
  const below = ['--end-of-options', range, '--', prefix === '' ? '.' : prefix];
  const newest = git(repository, ['log', '-1', ...QUIET, '--format=%cs', ...below]);
  const last = newest.toString().trim();
  if (last === '') return [];
  const after = months === undefined ? [] : [`--since=${monthsBefore(last, months)}T00:00:00Z`];
  const log = git(repository, ['log', ...QUIET, ...MERGES, ...SHAPE, ...after, ...below]);
  const commits = readLog(log.toString(), prefix).filter(({ files }) => files.length > 0);
  return isGround(repository, commits.at(-1)) ? commits.slice(0, -1) : commits;
}

function hasCommits(repository: Repository): boolean {
  try {
    return resolveCommit(repository, 'HEAD') !== '';
  } catch (error) {
    if (error instanceof GitFailure && error.kind === 'no-revision') return false;
    throw error;
  }
}

/** Nothing of a commit but what is asked for, and nobody else asked about it. */
const QUIET = ['--no-show-signature', '--no-ext-diff', '--no-textconv', '--no-notes'];
const MERGES = ['--first-parent', '--diff-merges=first-parent'];
const SHAPE = [
  '--raw',
  '--no-abbrev',
  '-z',
  '--no-renames',
  '-O/dev/null',
  '--format=%x01%P%x02%H%x02%cs',
];

/** Whether the folder was empty before a commit: it did not change a thing, it began it. */
function isGround(repository: Repository, commit: Commit | undefined): boolean {
  if (commit === undefined || commit.files.some(({ before }) => before !== undefined)) return false;
  const below = repository.prefix === '' ? [] : ['--', repository.prefix];
  const asked = ['ls-tree', '--name-only', '--full-tree', `${commit.id}^`, ...below];
  return git(repository, asked).length === 0;
}

/** No commit is older. */
const BEGIN = 1970;

/** The same day of an earlier month; the last one where that month is shorter. */
function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (!(months < 12 * (year - BEGIN))) return `${BEGIN}-01-01`;
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const then = new Date(Date.UTC(year, month - 1 - months, Math.min(day, last)));
  return then.toISOString().slice(0, 10);
}

/** Parts end with NUL: a commit's begins with \x01, a file's state with a colon, then its path. */
function readLog(log: string, prefix: string): Commit[] {
  const commits: { id: string; date: string; root: boolean; files: FileChange[] }[] = [];
  const parts = log.split('\0');
  for (let at = 0; at < parts.length; at += 1) {
    const part = (parts[at] ?? '').trimStart();
    if (part.startsWith('\x01')) {
      const [parents = '', id = '', date = ''] = part.slice(1).split('\x02');
      commits.push({ id, date: date.trim(), root: parents === '', files: [] });
    } else if (part.startsWith(':')) {
      at += 1;
      commits[commits.length - 1]?.files.push(fileChange(part, pathBelow(prefix, parts[at] ?? '')));
    }
  }
  return commits.filter(({ root }) => !root).map(({ id, date, files }) => ({ id, date, files }));
}

/** The files of an answer in raw form (`-z --raw`) that has no commits in it. */
export function fileChanges(answer: string, prefix: string): FileChange[] {
  const parts = answer.split('\0');
  return parts.flatMap((part, at) =>
    part.startsWith(':') ? [fileChange(part, pathBelow(prefix, parts[at + 1] ?? ''))] : [],
  );
}

/** `:100644 100644 <blob> <blob> M`; no blob is all zeros. */
function fileChange(state: string, path: string): FileChange {
  const [, , before = '', after = ''] = state.split(' ');
  return {
    path,
    ...(/^0+$/.test(before) ? {} : { before }),
    ...(/^0+$/.test(after) ? {} : { after }),
  };
}
