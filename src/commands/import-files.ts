import {
  copyFileSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { MOST, tooLarge } from '../import/bounds.ts';
import type { ImportOptions } from '../import/import.ts';
import type { MadeFiles } from '../import/made-files.ts';
import { say } from '../model/words.ts';
import { namingPath } from '../world/disk-fault.ts';
import { openStage } from '../world/import-stage.ts';
import { makeFolders } from '../world/make-folders.ts';
import type { World } from '../world/world.ts';
import { catalogueAbove } from './catalogue-above.ts';
import { UsageError } from './command.ts';
import { defaultFolder } from './open.ts';

/** Where an import writes to. */
export interface Target {
  readonly root: string;
  readonly options: ImportOptions;
}

/** Whether a folder is named where a file is asked for. */
export function isFolder(file: string, world: World): boolean {
  return statSync(resolve(world.cwd, file), { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The bytes of the file to import and its name without folders. */
export function readInput(
  file: string,
  world: World,
): { bytes: Uint8Array; name: string; path: string } {
  const path = resolve(world.cwd, file);
  if (!existsSync(path)) {
    throw new UsageError(say(`没有这个文件：${file}`, `no such file: ${file}`));
  }
  if (!statSync(path).isFile()) {
    throw new UsageError(say(`“${file}”不是文件，读不了`, `“${file}” is no file`));
  }
  const { size } = statSync(path);
  if (size > MOST.bytes) {
    const words = tooLarge(`文件超过 ${MOST.bytes >> 20} MiB`, `more than ${MOST.bytes >> 20} MiB`);
    throw new UsageError(words.words);
  }
  return { bytes: readFileSync(path), name: basename(path), path };
}

/** The catalogue that a file lies in, or else that of the working folder; undefined for none. */
export function targetAbove(path: string, world: World): Target | undefined {
  const own = defaultFolder(world.cwd);
  const root = catalogueAbove(dirname(path)) ?? catalogueAbove(resolve(world.cwd, own));
  return root === undefined ? undefined : targetOf(root, world);
}

/** The folder to write to; editors are pointed to a `schemas` folder in it or beside it. */
export function targetOf(folder: string, world: World): Target {
  const root = resolve(world.cwd, folder);
  if (existsSync(root) && !statSync(root).isDirectory()) {
    throw new UsageError(say(`不是文件夹：${folder}`, `not a folder: ${folder}`));
  }
  const schemas = [join(root, 'schemas'), join(dirname(root), 'schemas')].find((path) =>
    existsSync(join(path, 'item.schema.json')),
  );
  if (schemas === undefined) return { root, options: {} };
  return { root, options: { schemas: relative(root, schemas).split(sep).join('/') } };
}

/**
 * Writes all files or none: they are staged in the catalogue, then moved to their places. Files
 * among `replaced` are written over, settings too; of others none is without `force`.
 */
export function writeImport(
  files: MadeFiles,
  { root }: Target,
  force: boolean,
  replaced: ReadonlySet<string> = new Set(),
): void {
  refuseLink(root, root);
  const all = [...files.keys()];
  const isMeant = (path: string): boolean => replaced.has(path) || isToWrite(path, files, root);
  const paths = existsSync(root) ? all.filter(isMeant) : all;
  // Of a folder that is not there, nothing has to be asked, 100,000 times over.
  if (existsSync(root)) {
    for (const folder of foldersOf(files, root)) refuseLink(folder, root);
    const unasked = paths.filter((path) => !replaced.has(path));
    if (!force) refuseOverwriting(unasked, root);
  }
  makeFolders(root);
  const stage = openStage(root);
  const moved: string[] = [];
  const folders = new Set<string>();
  try {
    for (const path of paths) place(join(stage, 'new', path), files.get(path) ?? '', folders);
    for (const path of paths) {
      moved.push(path);
      makeFolder(dirname(join(root, path)), folders);
      exchange(join(root, path), join(stage, 'new', path), join(stage, 'old', path));
    }
  } catch (fault) {
    const error = namingPath(fault, root);
    for (const path of moved) restore(join(root, path), join(stage, 'old', path));
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

const SETTINGS = 'mingbai.yaml';

/** Made anew by each import, unless somebody else wrote one. */
const REPORT = { path: 'import-report.md', begins: '# 导入报告' };

/** Settings that are there stay as they are, and so does a file that says the same already. */
function isToWrite(path: string, files: MadeFiles, root: string): boolean {
  const full = join(root, path);
  if (!existsSync(full)) return true;
  if (path === SETTINGS) return false;
  return !lstatSync(full).isFile() || readFileSync(full, 'utf8') !== files.get(path);
}

function foldersOf(files: MadeFiles, root: string): Set<string> {
  const folders = new Set<string>();
  for (const path of files.keys()) {
    const parts = path.split('/').slice(0, -1);
    for (let depth = 1; depth <= parts.length; depth += 1) {
      folders.add(join(root, ...parts.slice(0, depth)));
    }
  }
  return folders;
}

/** A link in a catalogue may lead anywhere. */
function refuseLink(folder: string, root: string): void {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return;
  const name = relative(dirname(root), folder);
  throw new UsageError(
    say(
      `“${name}”是链接，不经过它写；写真正的地方，或先移走它`,
      `“${name}” is a link and is not written through: name the real place, or remove it`,
    ),
  );
}

function exchange(path: string, fresh: string, old: string): void {
  if (existsSync(path)) {
    makeFolders(dirname(old));
    copyFileSync(path, old);
  }
  renameSync(fresh, path);
}

function restore(path: string, old: string): void {
  if (existsSync(old)) renameSync(old, path);
  else rmSync(path, { force: true });
}

function place(path: string, text: string, folders: Set<string>): void {
  makeFolder(dirname(path), folders);
  writeFileSync(path, text);
}

/** Many files lie in few folders: each is asked for once. */
function makeFolder(folder: string, made: Set<string>): void {
  if (!made.has(folder)) makeFolders(folder);
  made.add(folder);
}

function refuseOverwriting(paths: readonly string[], root: string): void {
  const standing = paths.filter((path) => existsSync(join(root, path)) && !isOwnReport(path, root));
  const [first] = standing;
  if (first === undefined) return;
  throw new UsageError(
    say(
      `已有 ${standing.length} 个文件会被覆盖，例如 ${first}；确要覆盖请加 --force`,
      `${standing.length} files would be overwritten, such as ${first}; use --force to do so`,
    ),
  );
}

function isOwnReport(path: string, root: string): boolean {
  const full = join(root, path);
  if (path !== REPORT.path || !lstatSync(full).isFile()) return false;
  return readFileSync(full, 'utf8').startsWith(REPORT.begins);
}
