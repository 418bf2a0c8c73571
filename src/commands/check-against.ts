import { gateFindings, toFinding } from '../gate/gate.ts';
import { unreviewed } from '../gate/reviewers.ts';
import { Findings } from '../ledger/findings.ts';
import { loadCatalog } from '../load/load.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import type { Settings } from '../model/schema.gen.ts';
import { valueAt } from '../model/texts.ts';
import { changedSince, mergeBase } from '../world/git-changes.ts';
import { GitFailure } from '../world/git-failure.ts';
import { readBlobs, treeBlobs } from '../world/git-files.ts';
import { findRepository, type Repository } from '../world/git-repository.ts';
import { reviewedCommits } from '../world/git-reviews.ts';
import { askGit, readChanges, versionOf } from './change-sources.ts';
import type { CheckedFolder } from './check-folder.ts';
import type { Session } from './command.ts';
import { type Located, locateCatalog } from './open.ts';

/** A check with what may not pass since a revision: `check --against`. */
export function refusedSince(
  checked: CheckedFolder,
  revision: string,
  session: Session,
): CheckedFolder {
  const located = locateCatalog(checked.root, session);
  const refused = askGit(() => gateOf(located, revision));
  const shown = refused.filter(({ path }) => checked.asked?.(path) !== false);
  return { ...checked, findings: Findings.of([...checked.findings, ...shown].sort(byPath)) };
}

function byPath(a: Finding, b: Finding): number {
  return a.path === b.path ? compareFindings(a, b) : a.path < b.path ? -1 : 1;
}

/** Everything that the gate refuses; a branch is held against where it left the other one. */
function gateOf(located: Located, revision: string): Finding[] {
  const { root, files } = located;
  const repository = findRepository(root);
  const base = mergeBase(repository, revision, 'HEAD');
  if (base === undefined) throw new GitFailure('unrelated', `${revision}..HEAD`);
  const settings = baseSettings(repository, base);
  const { changes } = readChanges(changedSince(root, base, files));
  const isRead = (path: string): boolean => kindOfPath(path) !== 'item';
  const { catalog } = loadCatalog(files, { isRead });
  const commits = (settings.reviewers ?? []).length === 0 ? [] : reviewedCommits(repository, base);
  const refused = [...unreviewed(commits, settings, (path) => departmentAt(path, located))];
  return [
    ...gateFindings(changes, { catalog, settings }),
    ...refused.flatMap((each) => toFinding(each, undefined, settings)),
  ];
}

/** The settings of a commit. */
function baseSettings(repository: Repository, commit: string): Settings {
  const path = 'mingbai.yaml';
  const blob = treeBlobs(repository, commit).get(path) ?? '';
  const bytes = blob === '' ? undefined : readBlobs(repository, [blob]).get(blob);
  const version = bytes === undefined ? undefined : versionOf(path, bytes);
  // Read by the schema of settings.
  return (version?.value as Settings | undefined) ?? { title: '' };
}

/** Whose file it is: as an item says, else as its folder is called; all of theirs for the rest. */
function departmentAt(path: string, { files }: Located): string | undefined {
  const kind = kindOfPath(path);
  if (kind === 'department') return /([^/]+)\.ya?ml$/.exec(path)?.[1];
  if (kind !== 'item') return undefined;
  const bytes = files.list().includes(path) ? files.read(path) : undefined;
  const said = bytes && valueAt(versionOf(path, bytes)?.value, '/department');
  return typeof said === 'string' ? said : path.split('/')[1];
}
