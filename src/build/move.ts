import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** New files on their way from the stage into a tree, and old ones that go; paths below it. */
export interface Move {
  readonly moved: readonly string[];
  readonly dropped: readonly string[];
}

/** Moves staged files in; may be done again after it was cut off, and then does the rest. */
export function finishMove(out: string, stage: string, { moved, dropped }: Move): void {
  for (const path of dropped) {
    rmSync(join(out, path), { force: true });
    removeEmpty(out, dirname(path));
  }
  const made = new Set<string>();
  for (const path of moved) {
    const staged = join(stage, path);
    const folder = dirname(join(out, path));
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    if (existsSync(staged)) renameSync(staged, join(out, path));
  }
  rmSync(stage, { recursive: true, force: true });
  rmSync(`${stage}.json`, { force: true });
}

function removeEmpty(out: string, folder: string): void {
  if (folder === '.') return;
  try {
    rmdirSync(join(out, folder));
  } catch {
    return;
  }
  removeEmpty(out, dirname(folder));
}

/**
 * Sweeps up after builds that were cut off: a move that was begun is finished, an old tree comes
 * back if no new one took its place, what was only staged goes.
 */
export function sweepUp(out: string): void {
  const folder = dirname(out);
  mkdirSync(folder, { recursive: true });
  const leftovers = readdirSync(folder).filter((name) => {
    const match = /\.mingbai-(?:new|old)-(\d+)(?:\.json|\.lines)?$/.exec(name);
    const ours = match !== null && name.slice(0, match.index) === basename(out);
    return ours && !isAlive(Number(match[1]));
  });
  for (const name of leftovers.sort().reverse()) sweep(join(folder, name), out);
}

/** A plan (`.json`) comes before its stage, for it sorts behind it. */
function sweep(leftover: string, out: string): void {
  if (!existsSync(leftover)) return;
  if (leftover.endsWith('.json')) {
    const move = readMove(leftover);
    if (move === undefined) rmSync(leftover, { force: true });
    else finishMove(out, leftover.slice(0, -'.json'.length), move);
  } else if (leftover.includes('.mingbai-old-') && !existsSync(out)) renameSync(leftover, out);
  else rmSync(leftover, { recursive: true, force: true });
}

/** A plan that was not written to its end was not begun either. */
function readMove(path: string): Move | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Move;
  } catch {
    return undefined;
  }
}

function isAlive(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
