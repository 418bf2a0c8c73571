import { dirname, relative, resolve, sep } from 'node:path';
import type { Files } from '../model/files.ts';
import { kindOfPath } from '../model/kinds.ts';
import { say } from '../model/words.ts';
import { catalogueAbove } from './catalogue-above.ts';
import type { CheckChoices, CheckedFolder } from './check-folder.ts';
import { checkAlone } from './check-one.ts';
import { type Session, UsageError } from './command.ts';
import { locatedAt } from './open.ts';

/**
 * Checks a text from standard input as the file that it is going to be: what an editor holds that
 * has not been saved. Throws UsageError where that is no place in a catalogue.
 */
export async function checkText(
  paths: readonly string[],
  stdinPath: string | undefined,
  session: Session,
  choices: CheckChoices,
): Promise<CheckedFolder> {
  if (stdinPath === undefined || paths.length !== 1 || paths[0] !== '-') {
    const zh = '检查标准输入写成：mingbai check - --stdin-path items/部门/事项.yaml';
    const en =
      'to check standard input: mingbai check - --stdin-path items/<department>/<item>.yaml';
    throw new UsageError(say(zh, en));
  }
  const full = resolve(session.world.cwd, stdinPath);
  const root = catalogueAbove(dirname(full)) ?? session.world.cwd;
  const path = relative(root, full).split(sep).join('/');
  if (kindOfPath(path) === undefined) {
    const zh = `“${stdinPath}”不在目录约定的位置。事项放在 items/部门/事项.yaml`;
    throw new UsageError(
      say(zh, `“${stdinPath}” is in no expected place (items/<department>/<item>.yaml)`),
    );
  }
  const located = locatedAt(root, session);
  const files = withText(located.files, path, await session.world.stdin());
  return checkAlone({ ...located, files }, path, session, choices);
}

/** Files of which one says something else than on the disk, or is not there yet. */
function withText(files: Files, path: string, text: Uint8Array): Files {
  const paths = [...new Set([...files.list(), path])].sort();
  const escapes = new Set([...files.escapes()].filter((each) => each !== path));
  return {
    list: () => paths,
    read: (each) => (each === path ? text : files.read(each)),
    escapes: () => escapes,
    refusal: (each) => files.refusal?.(each),
  };
}
