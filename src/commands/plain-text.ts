import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeText } from '../load/decode.ts';
import { say } from '../model/words.ts';
import { type Session, UsageError } from './command.ts';

/** The lines of a file, or of standard input for `-` and none. A last line break begins no line. */
export async function readLines(file: string | undefined, session: Session): Promise<string[]> {
  const lines = (await readText(file, session)).split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

async function readText(file: string | undefined, session: Session): Promise<string> {
  const bytes =
    file === undefined || file === '-' ? await session.world.stdin() : readBytes(file, session);
  const decoded = decodeText(bytes);
  if ('text' in decoded) return decoded.text;
  const { zh, en } = decoded.encoding;
  throw new UsageError(
    say(`“${file ?? '-'}”是${zh}，请转成UTF-8`, `“${file ?? '-'}” is ${en}; convert it to UTF-8`),
  );
}

function readBytes(file: string, session: Session): Uint8Array {
  const path = resolve(session.world.cwd, file);
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new UsageError(say(`没有“${file}”这个文件`, `there is no file “${file}”`));
  }
  return readFileSync(path);
}
