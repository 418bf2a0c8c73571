import { say, type Words } from '../model/words.ts';
import { visible } from '../text/visible.ts';

/** What the system refuses, by its name for it. */
const FAULTS: Readonly<Record<string, Words>> = {
  EACCES: say('没有权限', 'permission denied'),
  EPERM: say('没有权限', 'permission denied'),
  EROFS: say('磁盘只能读', 'read-only disk'),
  ENOSPC: say('磁盘已满', 'disk full'),
  EDQUOT: say('磁盘配额已用完', 'disk quota used up'),
  EFBIG: say('文件太大', 'file too large'),
  ERR_FS_FILE_TOO_LARGE: say('文件太大', 'file too large'),
  ENOENT: say('没有这个文件或者文件夹', 'no such file or folder'),
  ENOTDIR: say('不是文件夹', 'not a folder'),
  EISDIR: say('是文件夹，不是文件', 'a folder, not a file'),
  EEXIST: say('已经存在', 'exists already'),
  ENOTEMPTY: say('文件夹里还有文件', 'the folder is not empty'),
  ENAMETOOLONG: say('名称太长', 'the name is too long'),
  ELOOP: say('链接绕成了圈', 'links lead in a circle'),
  EXDEV: say('不在同一个磁盘上', 'on another disk'),
  EBUSY: say('正在被使用', 'in use'),
  ETXTBSY: say('正在被使用', 'in use'),
  EMFILE: say('打开的文件太多', 'too many open files'),
  ENFILE: say('打开的文件太多', 'too many open files'),
  EIO: say('磁盘出错', 'the disk failed'),
  ENXIO: say('没有这个设备', 'no such device'),
  ENODEV: say('没有这个设备', 'no such device'),
  EINVAL: say('系统不接受', 'refused by the system'),
  EPIPE: say('读的一方已经关闭', 'the reader has gone'),
  ECONNRESET: say('读的一方已经关闭', 'the reader has gone'),
  EADDRINUSE: say('已被占用', 'taken'),
  EADDRNOTAVAIL: say('用不了', 'not available'),
};

interface SystemError {
  readonly code?: string;
  readonly path?: string;
  readonly dest?: string;
}

/** Why the system refused something, in words; undefined for any other error. */
export function faultWords(error: unknown): Words | undefined {
  const code = error instanceof Error ? ((error as SystemError).code ?? '') : '';
  return Object.hasOwn(FAULTS, code) ? FAULTS[code] : undefined;
}

/** The same in a sentence that names the file or folder; undefined for any other error. */
export function diskWords(error: unknown): Words | undefined {
  const words = faultWords(error);
  if (words === undefined) return undefined;
  // An error of the system, as just found.
  const { path, dest } = error as SystemError;
  const name = visible((isFull(error) ? dest : undefined) ?? path ?? dest ?? '');
  if (name === '') return say(`磁盘读写没有成功：${words.zh}`, `the disk failed: ${words.en}`);
  return say(`不能读写“${name}”：${words.zh}`, `cannot use “${name}”: ${words.en}`);
}

/** Where something is copied, a full disk is the one that is written to. */
function isFull(error: unknown): boolean {
  return /^(?:ENOSPC|EDQUOT|EFBIG|EROFS)$/.test((error as SystemError).code ?? '');
}

/** An error of the system that names what it was about: writing to an open file does not. */
export function namingPath(error: unknown, path: string): unknown {
  const { path: named = '' } = error as SystemError;
  if (faultWords(error) === undefined || named !== '') return error;
  return Object.assign(error as object, { path });
}
