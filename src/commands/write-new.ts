import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { say } from '../model/words.ts';
import { namingPath } from '../world/disk-fault.ts';
import { type Session, UsageError } from './command.ts';
import { refuseLinks } from './out-path.ts';

/** Writes a file that is not there yet, and the folders above it. Throws UsageError if it is. */
export function writeNew(root: string, path: string, text: string, session: Session): void {
  if (writeIfNew(root, path, text, session)) return;
  throw new UsageError(
    say(`已经有 ${path}，没有改动`, `${path} is there already and was left as it is`),
  );
}

/** Writes a file unless it is there; says whether it did. */
export function writeIfNew(root: string, path: string, text: string, session: Session): boolean {
  const full = join(root, path);
  refuseLinks(full, session);
  try {
    mkdirSync(dirname(full), { recursive: true });
    // What git is to start has to be a program.
    const mode = path.startsWith('.githooks/') ? 0o755 : 0o666;
    writeFileSync(full, text, { flag: 'wx', mode });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw namingPath(error, full);
  }
}
