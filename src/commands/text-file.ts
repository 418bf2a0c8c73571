import { existsSync, readFileSync, statSync } from 'node:fs';
import { decodeText } from '../load/decode.ts';
import { say } from '../model/words.ts';
import { quotable } from '../text/visible.ts';
import { namingPath } from '../world/disk-fault.ts';
import { UsageError } from './command.ts';

/** In bytes: no text that a command is given is longer. */
const LONGEST = 64 << 20;

/**
 * The text of a file that was named as `name`. Throws UsageError for what is no file (a folder, a
 * pipe, a device), for one too long to be a text, and for another encoding than UTF-8.
 */
export function readTextFile(path: string, name: string): string {
  return textOf(readFileBytes(path, name), name);
}

/** The bytes of a file that was named as `name`. Throws UsageError, as for a text. */
export function readFileBytes(path: string, name: string): Uint8Array {
  const shown = quotable(name);
  if (!existsSync(path)) {
    throw new UsageError(say(`没有“${shown}”这个文件`, `there is no file “${shown}”`));
  }
  const found = statSync(path);
  if (!found.isFile()) {
    throw new UsageError(say(`“${shown}”不是文件，读不了`, `“${shown}” is no file to be read`));
  }
  if (found.size > LONGEST) {
    const most = `${LONGEST >> 20} MiB`;
    throw new UsageError(
      say(`“${shown}”超过 ${most}，没有读`, `“${shown}” is longer than ${most} and was not read`),
    );
  }
  try {
    return readFileSync(path);
  } catch (error) {
    throw namingPath(error, path);
  }
}

/** The text of bytes. Throws UsageError, which names the encoding, when they are not UTF-8. */
export function textOf(bytes: Uint8Array, name: string): string {
  const decoded = decodeText(bytes);
  if ('text' in decoded) return decoded.text;
  const { zh, en } = decoded.encoding;
  const shown = quotable(name);
  throw new UsageError(
    say(
      `“${shown}”的编码是 ${zh}，请用编辑器另存为 UTF-8`,
      `“${shown}” is encoded as ${en}; save it as UTF-8 in an editor`,
    ),
  );
}
