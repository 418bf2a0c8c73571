import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Random } from '../bench/random.ts';
import { spoilBytes } from './bytes.ts';
import { spoilStructure } from './structure.ts';
import { hostileWord } from './words.ts';

/** Every file below a folder, as the disk names it. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Changes a tree of files in a few places; a link may lead to a file outside of the tree. What the
 * disk refuses is left as it is.
 */
export function spoilTree(folder: string, outside: string, random: Random, count: number): void {
  for (let left = count; left > 0; left -= 1) {
    const paths = filesBelow(folder);
    if (paths.length === 0) return;
    // What is read first, and by all that follows, is spoilt most often.
    const settings = paths.filter((path) => basename(path) === 'mingbai.yaml');
    const from = settings.length > 0 && random.chance(0.3) ? settings : paths;
    try {
      spoilFile(random.pick(from), outside, random);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
    }
  }
}

function spoilFile(path: string, outside: string, random: Random): void {
  const kind = random.below(20);
  if (kind < 11 && /\.(ya?ml|jsonl?)$/.test(path)) {
    writeFileSync(path, spoilStructure(readFileSync(path, 'utf8'), random));
  } else if (kind < 14) writeFileSync(path, spoilBytes(readFileSync(path), random));
  else if (kind === 14) rmSync(path);
  else if (kind === 15) renameSync(path, join(dirname(path), oddName(random, path)));
  else if (kind === 16) cpSync(path, join(dirname(path), oddName(random, path)));
  else if (kind === 17) toLink(path, outside, random);
  else if (kind === 18) toFolder(path);
  else addFile(path, random);
}

/** A name of at most 255 bytes, mostly with the same ending, so that it is read. */
function oddName(random: Random, path: string): string {
  const word = hostileWord(random).replaceAll('/', '∕').replaceAll('\0', '');
  const name = Buffer.from(word)
    .subarray(0, 240)
    .toString()
    .replace(/\ufffd$/, '');
  const ending = random.chance(0.9) ? (/\.[^.]*$/.exec(basename(path))?.[0] ?? '') : '';
  return `${name || 'x'}${ending}`;
}

/** A link, or a pipe that nobody ever writes to. */
function toLink(path: string, outside: string, random: Random): void {
  rmSync(path);
  if (random.chance(0.2)) return void execFileSync('mkfifo', [path]);
  const targets = [outside, outside, '..', '.', path, '/nowhere', '../mingbai.yaml'];
  symlinkSync(random.pick(targets), path);
}

function toFolder(path: string): void {
  rmSync(path);
  mkdirSync(path);
}

/** A file where the program keeps or looks for something of its own. */
function addFile(path: string, random: Random): void {
  const names = ['HEAD', 'config', '.git', 'mingbai.json', 'MINGBAI.YAML', '.mingbai', 'forms'];
  writeFileSync(join(dirname(path), random.pick(names)), spoilBytes(Buffer.from('{}\n'), random));
}
