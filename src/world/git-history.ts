import { git } from './git.ts';

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
  const range = since === undefined ? 'HEAD' : `${resolveCommit(folder, since)}..HEAD`;
  const newest = git(folder, ['log', '-1', '--format=%cs', range, '--', '.']).toString().trim();
  if (newest === '') return [];
  const after = months === undefined ? [] : [`--since=${monthsBefore(newest, months)}T00:00:00Z`];
  const shape = [
    '--raw',
    '--no-abbrev',
    '-z',
    '--no-renames',
    '--relative',
    '--format=%x01%P%x02%H%x02%cs',
  ];
  const merges = ['--first-parent', '--diff-merges=first-parent'];
  const log = git(folder, ['log', ...merges, ...shape, ...after, range, '--', '.']);
  const commits = readLog(log.toString()).filter(({ files }) => files.length > 0);
  return isGround(folder, commits.at(-1)) ? commits.slice(0, -1) : commits;
}

/** Whether the folder was empty before a commit: it did not change a thing, it began it. */
function isGround(folder: string, commit: Commit | undefined): boolean {
  if (commit === undefined || commit.files.some(({ before }) => before !== undefined)) return false;
  return git(folder, ['ls-tree', '--name-only', `${commit.id}^`, '--', '.']).length === 0;
}

function resolveCommit(folder: string, revision: string): string {
  const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  return git(folder, asked).toString().trim();
}

/** The same day of an earlier month; the last one where that month is shorter. */
function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const then = new Date(Date.UTC(year, month - 1 - months, Math.min(day, last)));
  return then.toISOString().slice(0, 10);
}

/** Parts end with NUL: a commit's line begins with \x01, a file's state with a colon, then its path. */
function readLog(log: string): Commit[] {
  const commits: { id: string; date: string; root: boolean; files: FileChange[] }[] = [];
  const parts = log.split('\0');
  for (let at = 0; at < parts.length; at += 1) {
    const part = (parts[at] ?? '').trimStart();
    if (part.startsWith('\x01')) {
      const [parents = '', id = '', date = ''] = part.slice(1).split('\x02');
      commits.push({ id, date: date.trim(), root: parents === '', files: [] });
    } else if (part.startsWith(':')) {
      at += 1;
      commits[commits.length - 1]?.files.push(fileChange(part, parts[at] ?? ''));
    }
  }
  return commits.filter(({ root }) => !root).map(({ id, date, files }) => ({ id, date, files }));
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
