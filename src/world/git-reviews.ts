import { kindOfPath } from '../model/kinds.ts';
import { git } from './git.ts';
import { pathBelow } from './git-files.ts';
import type { Repository } from './git-repository.ts';

/** A commit as its message and its files tell. */
interface Reviewed {
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Names of the Reviewed-by lines, without addresses. */
  readonly reviewers: readonly string[];
  /** Data files below the folder that it changed. */
  readonly paths: readonly string[];
}

const SHAPE = [
  ...['--no-show-signature', '--no-ext-diff', '--no-textconv', '--no-notes', '--no-merges'],
  ...['--name-only', '--no-renames', '-z'],
  '--format=%x01%H%x02%cs%x02%(trailers:key=Reviewed-by,valueonly=true,unfold=true,separator=%x03)',
];

/** The commits after a base that changed data files of the folder, merges left out, newest first. */
export function reviewedCommits(repository: Repository, base: string): Reviewed[] {
  const { prefix } = repository;
  const below = ['--end-of-options', `${base}..HEAD`, '--', prefix === '' ? '.' : prefix];
  const parts = git(repository, ['log', ...SHAPE, ...below])
    .toString()
    .split('\x01')
    .slice(1);
  return parts.flatMap((part): Reviewed[] => {
    const [id = '', date = '', rest = ''] = part.split('\x02');
    const [names = '', ...files] = rest.split('\0');
    const paths = files.map((file) => pathBelow(prefix, file.trimStart())).filter(isData);
    const reviewers = names.split('\x03').map(nameOf).filter(Boolean);
    return paths.length === 0 ? [] : [{ id, date, reviewers, paths }];
  });
}

function isData(path: string): boolean {
  return kindOfPath(path) !== undefined;
}

/** Without the address that follows: 张某 <a@example.com>. */
function nameOf(trailer: string): string {
  return trailer.replace(/<[^<>]*>\s*$/, '').trim();
}
