import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { ImportOptions } from '../import/import.ts';
import { say } from '../model/words.ts';
import type { World } from '../world/world.ts';
import { UsageError } from './command.ts';

/** Where an import writes to. */
export interface Target {
  readonly root: string;
  readonly options: ImportOptions;
}

/** The bytes of the file to import and its name without folders. */
export function readInput(file: string, world: World): { bytes: Uint8Array; name: string } {
  const path = resolve(world.cwd, file);
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new UsageError(say(`没有这个文件：${file}`, `no such file: ${file}`));
  }
  return { bytes: readFileSync(path), name: basename(path) };
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

/** Writes all files or none: they are staged in the catalogue, then moved to their places. */
export function writeImport(
  files: ReadonlyMap<string, string>,
  { root }: Target,
  force: boolean,
): void {
  refuseOverwriting(files, root, force);
  mkdirSync(root, { recursive: true });
  const stage = mkdtempSync(join(root, '.import-'));
  const paths = [...files.keys()].filter(
    (path) => path !== SETTINGS || !existsSync(join(root, path)),
  );
  const moved: string[] = [];
  try {
    for (const path of paths) place(join(stage, 'new', path), files.get(path) ?? '');
    for (const path of paths) {
      moved.push(path);
      exchange(join(root, path), join(stage, 'new', path), join(stage, 'old', path));
    }
  } catch (error) {
    for (const path of moved) restore(join(root, path), join(stage, 'old', path));
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

const SETTINGS = 'mingbai.yaml';

function exchange(path: string, fresh: string, old: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path)) {
    mkdirSync(dirname(old), { recursive: true });
    copyFileSync(path, old);
  }
  renameSync(fresh, path);
}

function restore(path: string, old: string): void {
  if (existsSync(old)) renameSync(old, path);
  else rmSync(path, { force: true });
}

function place(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function refuseOverwriting(files: ReadonlyMap<string, string>, root: string, force: boolean): void {
  const standing = [...files.keys()].filter(
    (path) => path.startsWith('items/') && existsSync(join(root, path)),
  );
  const [first] = standing;
  if (force || first === undefined) return;
  throw new UsageError(
    say(
      `已有 ${standing.length} 个事项文件会被覆盖，例如 ${first}；确要覆盖请加 --force`,
      `${standing.length} item files would be overwritten, such as ${first}; use --force to do so`,
    ),
  );
}
