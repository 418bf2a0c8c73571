import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byteOrderMark, decodeText } from '../load/decode.ts';
import type { Fault } from '../load/fault.ts';
import { mendText } from '../load/mend-text.ts';
import { bytesOrWhy } from '../model/files.ts';
import { kindOfPath } from '../model/kinds.ts';
import { say } from '../model/words.ts';
import { unifiedDiff } from '../text/line-diff.ts';
import { visible, visibleLines } from '../text/visible.ts';
import { namingPath } from '../world/disk-fault.ts';
import type { Session } from './command.ts';
import type { Located } from './open.ts';
import { refuseLinks } from './out-path.ts';

/** What mending some files came to. */
export interface Fixed {
  readonly files: number;
  readonly places: number;
}

/**
 * Mends the slips of a catalogue's files of which it is certain what was meant; or only shows what
 * it would do. Says what was left because it would change what a file says.
 */
export function fixFiles(
  located: Located,
  asked: (path: string) => boolean,
  dryRun: boolean,
  session: Session,
): Fixed {
  const { files, pathOf } = located;
  let [count, places] = [0, 0];
  for (const path of files.list()) {
    const kind = kindOfPath(path);
    if (kind === undefined || !asked(path) || files.escapes().has(path)) continue;
    const bytes = bytesOrWhy(path, files);
    const decoded = typeof bytes === 'string' ? undefined : decodeText(bytes);
    if (decoded === undefined || typeof bytes === 'string' || !('text' in decoded)) continue;
    const mended = mendText(path, decoded.text, kind);
    tellLeft(mended.left, pathOf(path), session);
    if (mended.text === decoded.text) continue;
    count += 1;
    places += mended.count;
    if (dryRun) session.world.out(shown(unifiedDiff(pathOf(path), decoded.text, mended.text)));
    else replaceFile(join(located.root, path), byteOrderMark(bytes) + mended.text, session);
  }
  tellFixed({ files: count, places }, dryRun, session);
  return { files: count, places };
}

function shown(diff: string): string {
  return visibleLines(diff.replaceAll('\r\n', '\n'));
}

/** Old or new, never half of it. */
function replaceFile(path: string, text: string, session: Session): void {
  refuseLinks(path, session);
  const fresh = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    writeFileSync(fresh, text, { flag: 'wx' });
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw namingPath(error, path);
  }
}

function tellLeft(left: readonly Fault[], path: string, { world, tell }: Session): void {
  for (const { finding } of left) {
    const { line } = finding.span;
    const place = `${visible(path)}:${line}`;
    const [message, hint] = [finding.message, finding.hint ?? say('', '')].map((words) =>
      visible(tell(words)),
    );
    world.err(
      tell(
        say(
          `没有改 ${place}：改了意思会变，要由人来定。${message}。${hint}\n`,
          `left ${place}, as mending would change what it says: ${message}. ${hint}\n`,
        ),
      ),
    );
  }
}

function tellFixed({ files, places }: Fixed, dryRun: boolean, { world, tell }: Session): void {
  const none = say('没有能自动改的地方\n', 'nothing that could be mended\n');
  const done = dryRun
    ? say(
        `能改 ${files} 个文件里的 ${places} 处\n`,
        `${places} places in ${files} files can be mended\n`,
      )
    : say(
        `改好了 ${files} 个文件里的 ${places} 处\n`,
        `mended ${places} places in ${files} files\n`,
      );
  world.err(tell(places === 0 ? none : done));
}
