import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { say } from '../model/words.ts';
import { quotable } from '../text/visible.ts';
import { catalogueAbove } from './catalogue-above.ts';
import { type Session, UsageError } from './command.ts';

/** Says that a folder has no items, and what to type next. */
export function noItems(root: string, folder: string | undefined, { world }: Session): UsageError {
  const shown = quotable(folder ?? '.');
  const zh = `“${shown}”里没有事项（items/部门/事项.yaml）`;
  const en = `no item found in “${shown}” (items/<department>/<item>.yaml)`;
  const next = nextStep(root, world.cwd);
  return new UsageError(say(`${zh}；${next.zh}`, `${en}; ${next.en}`));
}

function nextStep(root: string, cwd: string) {
  if (existsSync(join(root, 'mingbai.yaml'))) {
    const command = 'mingbai new item <标识> --department <部门标识>';
    return say(
      `新写一个事项：${command}`,
      'to write one: mingbai new item <id> --department <department>',
    );
  }
  const near = catalogueNear(root);
  if (near !== undefined) {
    const path = quotable(relative(cwd, near) || '.');
    return say(`目录在“${path}”，把它写在命令后面`, `the catalogue is “${path}”: name it`);
  }
  const where = quotable(relative(cwd, root));
  const command = where === '' ? 'mingbai init' : `mingbai init ${where}`;
  return say(`从头开始：${command}`, `to begin one: ${command}`);
}

/** Folders that are looked into for a catalogue. */
const MOST_FOLDERS = 100;

/** The only catalogue right below a folder, else the one around it. */
function catalogueNear(root: string): string | undefined {
  const below = readdirSync(root, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .slice(0, MOST_FOLDERS)
    .map((each) => join(root, each.name))
    .filter((each) => existsSync(join(each, 'mingbai.yaml')));
  const [only, another] = below;
  return another === undefined && only !== undefined ? only : catalogueAbove(root);
}
