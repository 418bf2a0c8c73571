import {
  type Files,
  isUnreadable,
  MOST_DATA,
  MOST_DEPTH,
  MOST_FORM,
  RefusedError,
} from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import { say, type Words } from '../model/words.ts';
import { markInvisible } from '../text/invisible.ts';
import { loadFinding } from './findings.ts';
import type { LoadRuleId } from './rules.ts';

type Why = RefusedError['why'];

/** The finding for a listed path that is not read; nothing of what it leads to is looked at. */
export function refusedFinding(path: string, files: Pick<Files, 'refusal'>): Finding {
  return refused(path, files.refusal?.(path) ?? 'outside');
}

/**
 * The bytes of a file, or the finding that it cannot be read. Any other error is thrown, also that
 * it is gone: whoever watches the catalogue then lists it anew.
 */
export function readOrRefuse(path: string, files: Files): Uint8Array | Finding {
  if (files.escapes().has(path)) return refusedFinding(path, files);
  try {
    return files.read(path);
  } catch (error) {
    if (!isUnreadable(error) || isGone(error)) throw error;
    return refused(path, error instanceof RefusedError ? error.why : 'unreadable');
  }
}

/** The finding for a file of which more was read than may be. */
export function tooLarge(path: string): Finding {
  return refused(path, 'large');
}

/** The same in a line, where there is no report to put it into. */
export function refusedWords({ path, why }: RefusedError): Words {
  const [, { zh, en }] = WORDS[why](path);
  const name = markInvisible(path);
  return say(`“${name}”：${zh}`, `“${name}”: ${en}`);
}

function refused(path: string, why: Why): Finding {
  const [rule, message, hint] = WORDS[why](path);
  return loadFinding(rule, path, {}, message, hint);
}

const COPY = say('把文件复制到目录里', 'copy the file into the catalogue');

const WORDS: Readonly<Record<Why, (path: string) => readonly [LoadRuleId, Words, Words]>> = {
  outside: () => [
    'path-escape',
    say('这是指向目录之外的链接，没有读取', 'a link out of the catalogue: not read'),
    COPY,
  ],
  dangling: () => [
    'path-escape',
    say('这是链接，它指向的文件不存在', 'a link to a file that does not exist'),
    COPY,
  ],
  special: () => [
    'file-refused',
    say('这不是普通文件（设备、管道或套接字），没有打开', 'a device, pipe or socket: not opened'),
    say('删去它，换成普通文件', 'delete it, or put a plain file there'),
  ],
  name: (path) => [
    'file-refused',
    say(
      `文件名“${nameOf(path)}”不是 UTF-8，或者有看不见的字符，没有读取`,
      `the name “${nameOf(path)}” is not UTF-8 or has invisible characters: not read`,
    ),
    say('给文件重新命名', 'give the file another name'),
  ],
  folder: () => [
    'file-refused',
    say('这是文件夹，这个位置应当是文件', 'a folder where a file is expected'),
    say('把文件夹移走或改名', 'move the folder, or rename it'),
  ],
  unreadable: () => [
    'file-refused',
    say('没有权限读取，或者它刚刚被移走', 'no permission to read it, or it has just gone away'),
    say('核对文件和文件夹的权限', 'check the permissions of file and folder'),
  ],
  deep: () => [
    'file-refused',
    say(
      `文件夹套得太深，超过 ${MOST_DEPTH} 层的没有读取`,
      `more than ${MOST_DEPTH} folders deep: not read`,
    ),
    say('减少文件夹的层数', 'use fewer levels of folders'),
  ],
  large: (path) => [
    'file-size',
    say(`文件超过 ${limitOf(path)} MB，没有读取`, `larger than ${limitOf(path)} MB: not read`),
    say('压缩或拆分文件', 'make the file smaller, or split it'),
  ],
};

function nameOf(path: string): string {
  return markInvisible(path.replace(/^.*\//s, ''));
}

/** In MB. */
function limitOf(path: string): number {
  return (kindOfPath(path) === undefined ? MOST_FORM : MOST_DATA) / 1024 / 1024;
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
