import { existsSync, mkdirSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { kindOfPath } from '../model/kinds.ts';
import { VERSION } from '../model/version.ts';
import { say } from '../model/words.ts';
import { firstFiles } from '../scaffold/first-files.ts';
import { quotable } from '../text/visible.ts';
import { ownAssets } from '../world/assets.ts';
import { diskFiles } from '../world/disk.ts';
import { namingPath } from '../world/disk-fault.ts';
import { type ExitCode, type Session, UsageError } from './command.ts';
import { importCommand } from './import.ts';
import { readBeginning } from './init-questions.ts';
import { writeIfNew } from './write-new.ts';

/** Writes what is not there yet, and says what to type next. */
export async function beginCatalogue(
  dir: string | undefined,
  options: Record<string, unknown>,
  session: Session,
): Promise<ExitCode> {
  const { world, tell } = session;
  const root = resolve(world.cwd, dir ?? '.');
  refuseNoFolder(root, dir);
  const beginning = await readBeginning(options, session);
  makeFolder(root);
  const hasItems = diskFiles(root)
    .list()
    .some((path) => kindOfPath(path) === 'item');
  if (options.from !== undefined) {
    const shown = relative(world.cwd, root) || '.';
    const { keys } = beginning;
    await importCommand.run([String(options.from)], { to: shown, keys }, session);
  }
  const asset = ownAssets();
  const text = (path: string): string => Buffer.from(asset(path)).toString('utf8');
  const withItem = beginning.withItem && !hasItems;
  const files = firstFiles({ ...beginning, withItem }, text);
  const [written, kept]: [string[], string[]] = [[], []];
  for (const [path, content] of files) {
    (writeIfNew(root, path, content, session) ? written : kept).push(path);
  }
  for (const path of written) world.out(`${tell(say('已写', 'wrote'))} ${path}\n`);
  for (const path of kept) {
    world.out(`${tell(say('已有，没有改动', 'there already, left as it is'))} ${path}\n`);
  }
  world.out(tell(nextSteps(dir, kept.includes('package.json'))));
  return 0;
}

function refuseNoFolder(root: string, dir: string | undefined): void {
  if (!existsSync(root) || statSync(root).isDirectory()) return;
  const shown = quotable(dir ?? '.');
  throw new UsageError(say(`“${shown}”不是文件夹`, `“${shown}” is no folder`));
}

function makeFolder(root: string): void {
  try {
    mkdirSync(root, { recursive: true });
  } catch (error) {
    throw namingPath(error, root);
  }
}

/** Where a package.json was there already, it has to be given the exact version. */
function nextSteps(dir: string | undefined, hasPackage: boolean) {
  const enter = dir === undefined || /^\.?[\\/]*$/.test(dir) ? '' : `cd ${quotable(dir)}\n  `;
  const install = hasPackage ? `npm install --save-exact mingbai@${VERSION}` : 'npm install';
  const commands = `  ${enter}${install}\n  npx mingbai check\n  npx mingbai build --out public\n`;
  return say(
    `接着运行（写作指引见 说明.md）：\n${commands}`,
    `next, with more in 说明.md:\n${commands}`,
  );
}
