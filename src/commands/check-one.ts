import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { checkFile } from '../ledger/check-file.ts';
import { kindOfPath } from '../model/kinds.ts';
import { say } from '../model/words.ts';
import { diskFiles } from '../world/disk.ts';
import { type CheckChoices, type CheckedFolder, readValues, requestOf } from './check-folder.ts';
import { toReport } from './check-report.ts';
import { type Session, UsageError } from './command.ts';
import { type Located, locatedAt } from './open.ts';

/** A catalogue and a file in it that is read as data. */
export interface FileOfCatalog {
  /** The catalogue's folder, absolute. */
  readonly root: string;
  readonly path: string;
}

/**
 * The file that an argument names, and the catalogue above it; undefined when the argument is no
 * file. Throws UsageError when it is one that no catalogue reads.
 */
export function fileOfCatalog(
  argument: string | undefined,
  session: Session,
): FileOfCatalog | undefined {
  const full = resolve(session.world.cwd, argument ?? '.');
  if (argument === undefined || !existsSync(full) || !statSync(full).isFile()) return undefined;
  const found: FileOfCatalog[] = [];
  for (let root = dirname(full), up = 0; up < DEPTH; root = dirname(root), up += 1) {
    const path = relative(root, full).split(sep).join('/');
    if (kindOfPath(path) !== undefined) found.unshift({ root, path });
  }
  const settled = found.find(({ root }) => existsSync(resolve(root, 'mingbai.yaml')));
  const file = settled ?? found[0];
  if (file !== undefined && diskFiles(file.root).list().includes(file.path)) return file;
  const zh = `“${argument}”不在目录约定的位置，没有检查。事项放在 items/部门/事项.yaml`;
  throw new UsageError(
    say(zh, `“${argument}” is in no expected place (items/<department>/<item>.yaml)`),
  );
}

/** Items lie two folders deep. */
const DEPTH = 3;

/** Checks one file of a catalogue; nothing is remembered. */
export function checkOne(
  { root, path }: FileOfCatalog,
  session: Session,
  { profiles }: Pick<CheckChoices, 'profiles'>,
): CheckedFolder {
  return checkAlone(locatedAt(root, session), path, session, { profiles });
}

/** Checks one file among those of a catalogue; nothing is remembered. */
export function checkAlone(
  located: Located,
  path: string,
  session: Session,
  { profiles }: Pick<CheckChoices, 'profiles'>,
): CheckedFolder {
  const { root, files } = located;
  const checked = checkFile(files, requestOf(session, profiles), path);
  const { findings } = checked;
  return {
    ...{ root, findings, paths: [path] },
    note: NOT_COMPARED,
    asked: (each) => each === path,
    keep: () => {},
    readValue: readValues(files),
    reportOf: (some) => toReport(located, checked, some),
  };
}

/** What a check of one file leaves out. */
const NOT_COMPARED = say(
  '只检查了这一个文件，没有与别的事项比较；要比较就检查整个目录',
  'one file only, not compared with other items: check the folder',
);
