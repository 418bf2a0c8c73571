import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { say } from '../model/words.ts';
import { quotable } from '../text/visible.ts';
import { namingPath } from '../world/disk-fault.ts';
import { type Session, UsageError } from './command.ts';

/** What a file begins with that a command writes, by the name of its form; undefined for text. */
const BEGINNINGS: Readonly<Record<string, string | undefined>> = {
  pdf: '%PDF-',
  xlsx: 'PK\u0003\u0004',
  docx: 'PK\u0003\u0004',
  csv: '\ufeff',
  json: '{',
  html: '<!DOCTYPE html>',
  table: undefined,
  md: '## ',
  github: '::',
};

/**
 * Writes what a command made to the file that `--out` names, and gives its path. Throws UsageError
 * for a file of a catalogue, for one that holds something else, and for one that a link leads to.
 */
export function writeOut(
  out: string,
  body: string | Uint8Array,
  form: string,
  session: Session,
): string {
  const path = resolve(session.world.cwd, out);
  // Devices are the machine's own: /dev/stdout, /dev/fd/63.
  if (!path.startsWith('/dev/')) {
    refuseLinks(path, session);
    refuseCatalogueFile(path);
    refuseOther(path, form);
  }
  try {
    writeFileSync(path, body);
  } catch (error) {
    throw namingPath(error, path);
  }
  return path;
}

/**
 * Links that others may have made: in the working folder, in a catalogue, and the place itself.
 * Where a folder above them lies is the user's affair.
 */
export function refuseLinks(path: string, { world }: Pick<Session, 'world'>): void {
  const homes = [world.cwd, ...catalogueRoots(path)];
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    const own = at === path || homes.some((home) => at.startsWith(home + sep));
    if (!own || lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() !== true) continue;
    const name = quotable(relative(world.cwd, at));
    throw new UsageError(
      say(
        `“${name}”是链接，不经过它写；写真正的地方，或先移走它`,
        `“${name}” is a link and is not written through: name the real place, or remove it`,
      ),
    );
  }
}

/** Throws UsageError for what a catalogue is read from, whether it is there yet or not. */
function refuseCatalogueFile(path: string): void {
  const inside = catalogueRoots(path).map((root) => relative(root, path).split(sep).join('/'));
  if (!inside.some((name) => OF_CATALOGUE.test(name))) return;
  const name = quotable(basename(path));
  throw new UsageError(
    say(
      `“${name}”在目录里，是目录的文件，不能写；换一个地方`,
      `“${name}” is a file of a catalogue and is not written: name another place`,
    ),
  );
}

const OF_CATALOGUE =
  /^(?:(?:items|departments|halls|bundles|laws|forms|\.[^/]*)\/|\.|mingbai\.(?:ya?ml|json)$)/i;

/** Folders above a path that are catalogues: with settings or with items. */
function catalogueRoots(path: string): string[] {
  const roots: string[] = [];
  for (let at = dirname(path); at !== dirname(at); at = dirname(at)) {
    if (existsSync(join(at, 'mingbai.yaml')) || hasItems(join(at, 'items'))) roots.push(at);
  }
  return roots;
}

function hasItems(folder: string): boolean {
  return foldersIn(folder).some((name) =>
    namesIn(join(folder, name)).some((file) => /\.ya?ml$/.test(file)),
  );
}

function foldersIn(folder: string): string[] {
  return namesIn(folder).filter((name) => !/\./.test(name));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Throws UsageError for a file that is there and is not of the form that is written. */
function refuseOther(path: string, form: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isDirectory() || found.size === 0) return;
  const beginning = BEGINNINGS[form];
  const same =
    beginning === undefined ? /\.(?:txt|log)$/i.test(basename(path)) : begins(path, beginning);
  if (found.isFile() && same) return;
  const name = quotable(basename(path));
  throw new UsageError(
    say(
      `“${name}”已经存在，里面不是 ${form}，不敢覆盖；换一个名称，或先移走它`,
      `“${name}” exists and is no ${form}: give another name, or remove it`,
    ),
  );
}

function begins(path: string, beginning: string): boolean {
  const wanted = Buffer.from(beginning);
  const bytes = Buffer.alloc(wanted.length);
  const file = openSync(path, 'r');
  try {
    return readSync(file, bytes) === wanted.length && bytes.equals(wanted);
  } finally {
    closeSync(file);
  }
}
