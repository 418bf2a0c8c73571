import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { say } from '../model/words.ts';
import { quotable } from '../text/visible.ts';
import { type Session, UsageError } from './command.ts';
import { defaultFolder, type Located, locatedAt } from './open.ts';

/** The catalogue to write into, which may have no item yet. Throws UsageError without settings. */
export function catalogueFor(folder: string | undefined, session: Session): Located {
  const { cwd } = session.world;
  const root = resolve(cwd, folder ?? defaultFolder(cwd));
  const is = ['mingbai.yaml', 'items'].some((name) => existsSync(resolve(root, name)));
  if (is && statSync(root).isDirectory()) return locatedAt(root, session);
  const shown = quotable(folder ?? '.');
  throw new UsageError(
    say(
      `“${shown}”里没有目录（mingbai.yaml）；从头开始：mingbai init`,
      `no catalogue in “${shown}” (mingbai.yaml); to begin one: mingbai init`,
    ),
  );
}
