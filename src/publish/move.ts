import { createHmac } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../world/alive.ts';
import { Inside, readFile } from '../world/inside.ts';

/** New files on their way from the stage into a tree, and old ones that go; paths below it. */
export interface Move {
  readonly moved: readonly string[];
  readonly dropped: readonly string[];
}

/** A stage beside a tree: new files lie in the folder, the plan of a move beside it. */
export function planOf(stage: string): string {
  return `${stage}.json`;
}

/** Writes down a move before it is begun, so that the next build can finish it. */
export function writePlan(stage: string, { moved, dropped }: Move, key: Uint8Array): void {
  const text = JSON.stringify({ moved, dropped });
  rmSync(planOf(stage), { force: true });
  writeFileSync(planOf(stage), `${checksumOf(stage, text, key)}\n${text}`, { flag: 'wx' });
}

/** Binds a plan to the stage that it lies beside. */
function checksumOf(stage: string, text: string, key: Uint8Array): string {
  return createHmac('sha256', key)
    .update(`${basename(stage)}\n${text}`)
    .digest('base64url');
}

/** Moves staged files in; may be done again after it was cut off, and then does the rest. */
export function finishMove(out: string, stage: string, { moved, dropped }: Move): void {
  const old = new Inside(out);
  for (const path of dropped) {
    rmSync(old.find(path), { force: true });
    removeEmpty(out, dirname(path));
  }
  const [tree, staged] = [new Inside(out), new Inside(stage)];
  for (const path of moved) {
    const place = tree.make(path);
    const file = staged.find(path);
    if (existsSync(file)) renameSync(file, place);
  }
  rmSync(stage, { recursive: true, force: true });
  rmSync(planOf(stage), { force: true });
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
 * back if no new one took its place, what was only staged goes. A plan counts only when its
 * checksum says that this user's program wrote it.
 */
export function sweepUp(out: string, key: Uint8Array): void {
  const folder = dirname(out);
  if (!existsSync(folder)) return;
  const leftovers = readdirSync(folder).filter((name) => {
    const match = /\.mingbai-(?:new|old)-(\d+)(?:\.json|\.lines)?$/.exec(name);
    const ours = match !== null && name.slice(0, match.index) === basename(out);
    return ours && !isAlive(Number(match[1]));
  });
  for (const name of leftovers.sort().reverse()) sweep(join(folder, name), out, key);
}

/** A plan (`.json`) comes before its stage, for it sorts behind it. */
function sweep(leftover: string, out: string, key: Uint8Array): void {
  if (!existsSync(leftover)) return;
  if (leftover.endsWith('.json')) {
    const stage = leftover.slice(0, -'.json'.length);
    const move = readPlan(stage, key);
    if (move === undefined) rmSync(leftover, { force: true });
    else finishMove(out, stage, move);
  } else if (isOldTree(leftover) && !existsSync(out)) renameSync(leftover, out);
  else rmSync(leftover, { recursive: true, force: true });
}

function isOldTree(leftover: string): boolean {
  return leftover.includes('.mingbai-old-') && lstatSync(leftover).isDirectory();
}

/** A plan that was not written to its end was not begun either. */
function readPlan(stage: string, key: Uint8Array): Move | undefined {
  try {
    const all = readFile(planOf(stage), planOf(stage)).toString();
    const [checksum = '', text = ''] = all.split('\n');
    // Written by `writePlan`, as its checksum says.
    return checksumOf(stage, text, key) === checksum ? (JSON.parse(text) as Move) : undefined;
  } catch {
    return undefined;
  }
}
