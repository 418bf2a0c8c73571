import { resolve } from 'node:path';
import type { Session } from './command.ts';
import { readTextFile, textOf } from './text-file.ts';

/** The lines of a file, or of standard input for `-` and none. A last line break begins no line. */
export async function readLines(file: string | undefined, session: Session): Promise<string[]> {
  const lines = (await readText(file, session)).split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

async function readText(file: string | undefined, session: Session): Promise<string> {
  if (file === undefined || file === '-') return textOf(await session.world.stdin(), '-');
  return readTextFile(resolve(session.world.cwd, file), file);
}
