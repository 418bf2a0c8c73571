import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { Findings } from '../ledger/findings.ts';
import { kindOfPath } from '../model/kinds.ts';
import { say } from '../model/words.ts';
import { catalogueAbove } from './catalogue-above.ts';
import { type CheckChoices, type CheckedFolder, checkFolder } from './check-folder.ts';
import { checkOne, fileOfCatalog } from './check-one.ts';
import { checkText } from './check-text.ts';
import { type Session, UsageError } from './command.ts';

/** What a check is asked: folders, files of one catalogue, or a text from standard input. */
export interface AskedPaths {
  readonly paths: readonly string[];
  /** Where the text from standard input stands in its catalogue: `--stdin-path`. */
  readonly stdinPath: string | undefined;
}

/** Checks what is asked for, and says when something was left out. */
export async function checkPaths(
  { paths, stdinPath }: AskedPaths,
  session: Session,
  choices: CheckChoices,
): Promise<CheckedFolder> {
  if (paths.includes('-') || stdinPath !== undefined) {
    return checkText(paths, stdinPath, session, choices);
  }
  const [first] = paths;
  if (paths.length < 2) {
    const file = fileOfCatalog(first, session);
    if (file !== undefined) return checkOne(file, session, choices);
    const root = first === undefined ? undefined : rootOfPart(first, session);
    if (root === undefined) return checkFolder(first, session, choices);
  }
  return checkSome(paths, session, choices);
}

/** The catalogue around a folder that is a part of one; undefined for any other path. */
export function rootOfPart(path: string, { world }: Session): string | undefined {
  const full = resolve(world.cwd, path);
  if (!existsSync(full) || !statSync(full).isDirectory()) return undefined;
  if (existsSync(join(full, 'mingbai.yaml')) || existsSync(join(full, 'items'))) return undefined;
  return catalogueAbove(full);
}

/** Checks a catalogue, all of it, and tells what is found in some of its files. */
async function checkSome(
  paths: readonly string[],
  session: Session,
  choices: CheckChoices,
): Promise<CheckedFolder> {
  const parts = paths.map((path) => partOf(path, session));
  const root = parts[0]?.root ?? '.';
  const other = parts.find((each) => each.root !== root);
  if (other !== undefined) {
    const zh = `“${other.path}”属于另一个目录，请分开检查`;
    throw new UsageError(say(zh, `“${other.path}” is of another catalogue: check it by itself`));
  }
  const checked = await checkFolder(root, session, choices);
  const asked = (path: string): boolean =>
    parts.some(({ inside }) => inside === '' || path === inside || path.startsWith(`${inside}/`));
  return someOf(checked, asked);
}

export function partOf(
  path: string,
  session: Session,
): { path: string; root: string; inside: string } {
  const file = fileOfCatalog(path, session);
  if (file !== undefined) return { path, root: file.root, inside: file.path };
  const full = resolve(session.world.cwd, path);
  if (!existsSync(full)) {
    throw new UsageError(say(`没有“${path}”这个文件或文件夹`, `there is no “${path}”`));
  }
  const root = rootOfPart(path, session) ?? full;
  return { path, root, inside: relative(root, full).split(sep).join('/') };
}

function someOf(checked: CheckedFolder, asked: (path: string) => boolean): CheckedFolder {
  const { findings, paths } = checked;
  const some = paths.filter((path) => kindOfPath(path) !== undefined && asked(path));
  if (some.length === 0) {
    const zh = '这里没有要检查的文件（items/部门/事项.yaml）';
    throw new UsageError(say(zh, 'nothing to check here (items/<department>/<item>.yaml)'));
  }
  const items = some.filter((path) => kindOfPath(path) === 'item').length;
  return {
    ...checked,
    asked,
    findings: Findings.of([...findings].filter(({ path }) => asked(path))),
    reportOf: (found) => {
      const report = checked.reportOf(found);
      const { allowed: _, ...summary } = report.summary;
      return { ...report, summary: { ...summary, files: some.length, items } };
    },
  };
}
