import { CheckPass } from '../ledger/check-pass.ts';
import { Findings } from '../ledger/findings.ts';
import { Comparison, makeBaseline } from '../lint/baseline.ts';
import type { Files } from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import { say } from '../model/words.ts';
import { diskFiles } from '../world/disk.ts';
import { GitFailure } from '../world/git-failure.ts';
import { gitFiles } from '../world/git-files.ts';
import { type Staged, stagedFiles } from '../world/git-staged.ts';
import {
  type CheckChoices,
  type CheckedFolder,
  checkedFolder,
  readValues,
  requestOf,
} from './check-folder.ts';
import { type Session, UsageError } from './command.ts';
import { locateCatalog } from './open.ts';
import { renamedFiles } from './renamed-files.ts';

type Choices = Pick<CheckChoices, 'profiles'>;

/** A check less what the catalogue had wrong in a revision already, wherever in its file it stands now. */
export function worseThan(
  checked: CheckedFolder,
  revision: string,
  session: Session,
  { profiles }: Choices,
  now?: Files,
): CheckedFolder {
  const files = askingGit(() => gitFiles(checked.root, revision));
  const pass = new CheckPass(files, { ...requestOf(session, profiles), program: '' }, undefined);
  const before = askingGit(() => pass.runHere());
  const renamed = askingGit(() => renamedFiles(files, now ?? diskFiles(checked.root)));
  const back = new Map([...renamed].map(([old, fresh]) => [fresh, old]));
  const read = readValues(files);
  const known = makeBaseline(
    moved(before.findings, renamed),
    (path) => read(back.get(path) ?? path),
    true,
  );
  const comparison = new Comparison(known, checked.readValue);
  return { ...checked, findings: Findings.of([...comparison.fresh(checked.findings)]) };
}

/** Findings of files that were renamed, under the paths that those have now. */
function* moved(
  findings: Iterable<Finding>,
  renamed: ReadonlyMap<string, string>,
): Iterable<Finding> {
  for (const finding of findings) {
    const path = renamed.get(finding.path);
    yield path === undefined ? finding : { ...finding, path };
  }
}

/** Checks what is to be committed, as it was staged, and tells what is worse than before. */
export function checkStaged(
  folder: string | undefined,
  session: Session,
  { profiles }: Choices,
): CheckedFolder {
  const located = locateCatalog(folder, session);
  const { texts, hasHead } = askingGit(() => stagedFiles(located.root));
  const files = withTexts(located.files, texts);
  const staged = { ...located, files };
  const pass = new CheckPass(files, { ...requestOf(session, profiles), program: '' }, undefined);
  const checked = checkedFolder(staged, pass, pass.runHere());
  const asked = (path: string): boolean => texts.has(path);
  const some = {
    ...checked,
    asked,
    keep: () => {},
    findings: Findings.of([...checked.findings].filter(({ path }) => asked(path))),
  };
  return hasHead ? worseThan(some, 'HEAD', session, { profiles }, files) : some;
}

/** The files on the disk, of which some say what was staged. */
function withTexts(files: Files, texts: Staged['texts']): Files {
  const paths = [...new Set([...files.list(), ...texts.keys()])].sort();
  return {
    list: () => paths,
    read: (path) => texts.get(path) ?? files.read(path),
    escapes: () => files.escapes(),
    refusal: (path) => files.refusal?.(path),
  };
}

function askingGit<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw error instanceof GitFailure ? new UsageError(error.words) : error;
  }
}

/** Which of the ways to compare was asked for. Throws UsageError for several at once. */
export function refuseBoth(since: unknown, staged: unknown): void {
  if (since === undefined || staged !== true) return;
  throw new UsageError(say('--since 和 --staged 只能用一个', '--since or --staged, not both'));
}
