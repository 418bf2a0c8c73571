import { kindOfPath } from '../model/kinds.ts';
import { git } from './git.ts';
import { GitFailure } from './git-failure.ts';
import { pathBelow, readBlobs } from './git-files.ts';
import { findRepository, type Repository } from './git-repository.ts';

/** What is to be committed of the data files below a folder: texts by path, as they were staged. */
export interface Staged {
  readonly texts: ReadonlyMap<string, Uint8Array>;
  /** Whether there is a commit that they can be compared with. */
  readonly hasHead: boolean;
}

/** The files that a commit would change, as it would leave them. */
export function stagedFiles(folder: string): Staged {
  const repository = findRepository(folder);
  const head = headBlobs(repository);
  const staged = entriesOf(git(repository, ['ls-files', '--stage', '-z']).toString());
  const changed = staged.flatMap(({ path, blob }) => {
    const inside = repository.prefix === '' || path.startsWith(`${repository.prefix}/`);
    const below = inside ? pathBelow(repository.prefix, path) : '';
    return kindOfPath(below) !== undefined && head?.get(path) !== blob
      ? [[below, blob] as const]
      : [];
  });
  const blobs = readBlobs(repository, [...new Set(changed.map(([, blob]) => blob))]);
  const texts = changed.map(([path, blob]) => [path, blobs.get(blob) ?? new Uint8Array()] as const);
  return { texts: new Map(texts), hasHead: head !== undefined };
}

interface StagedEntry {
  readonly path: string;
  readonly blob: string;
}

/** Plain files of `ls-files --stage -z`: links are refused anyway. */
function entriesOf(answer: string): StagedEntry[] {
  return answer.split('\0').flatMap((line) => {
    const at = line.indexOf('\t');
    const [mode = '', blob = '', stage = ''] = line.slice(0, at).split(' ');
    return at === -1 || stage !== '0' || !mode.startsWith('100')
      ? []
      : [{ path: line.slice(at + 1), blob }];
  });
}

/** Blobs of the last commit by path; undefined before the first one. */
function headBlobs(repository: Repository): ReadonlyMap<string, string> | undefined {
  try {
    const lines = git(repository, ['ls-tree', '-r', '-z', 'HEAD']).toString().split('\0');
    return new Map(
      lines.map((line): [string, string] => {
        const at = line.indexOf('\t');
        return [line.slice(at + 1), line.slice(0, at).split(' ')[2] ?? ''];
      }),
    );
  } catch (error) {
    if (error instanceof GitFailure && error.kind === 'unreadable') return undefined;
    throw error;
  }
}
