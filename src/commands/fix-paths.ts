import { say } from '../model/words.ts';
import { type AskedPaths, partOf, rootOfPart } from './check-paths.ts';
import { type Session, UsageError } from './command.ts';
import { type Fixed, fixFiles } from './fix-files.ts';
import { locateCatalog, locatedAt } from './open.ts';

/** Mends the files that a check is asked for. Throws UsageError for what is no file of a catalogue. */
export function fixPaths(
  { paths, stdinPath }: AskedPaths,
  options: { readonly fix?: unknown; readonly dryRun?: unknown },
  session: Session,
): Fixed {
  if (options.fix !== true) {
    throw new UsageError(say('--dry-run 要与 --fix 同用', '--dry-run goes with --fix'));
  }
  if (stdinPath !== undefined || paths.includes('-')) {
    const zh = '--fix 改的是文件，不能改标准输入';
    throw new UsageError(say(zh, '--fix mends files, not standard input'));
  }
  const dryRun = options.dryRun === true;
  const [first] = paths;
  const isWhole = paths.length === 0 || (paths.length === 1 && isCatalogue(first, session));
  if (isWhole) return fixFiles(locateCatalog(first, session), () => true, dryRun, session);
  const parts = paths.map((path) => partOf(path, session));
  const root = parts[0]?.root ?? '.';
  if (parts.some((part) => part.root !== root)) {
    throw new UsageError(say('一次只改一个目录里的文件', 'files of one catalogue at a time'));
  }
  const asked = (path: string): boolean =>
    parts.some(({ inside }) => inside === '' || path === inside || path.startsWith(`${inside}/`));
  return fixFiles(locatedAt(root, session), asked, dryRun, session);
}

function isCatalogue(path: string | undefined, session: Session): boolean {
  if (path === undefined || rootOfPart(path, session) !== undefined) return false;
  return partOf(path, session).inside === '';
}
