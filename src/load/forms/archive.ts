import { MOST_FORM } from '../../model/files.ts';
import { say } from '../../model/words.ts';
import { findInvisible, markInvisible } from '../../text/invisible.ts';
import { contentFault, type FormFault } from './fault.ts';
import { FORM_TYPES } from './types.gen.ts';
import { type Archive, type Member, unpack } from './zip.ts';

/** All files of an archive unpacked, in bytes. */
const MOST_UNPACKED = 200 * 1024 * 1024;
/** What systems put into archives by themselves. */
const LEFTOVER = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$)/i;

const PACK_ANEW = say(
  '只装可以发布的表格，不加密，重新压缩',
  'pack only what may be published, without a password',
);

/** What is wrong with an archive of any kind, before its files are looked at. */
export function archiveFaults({ members }: Archive): FormFault[] {
  const locked = members.some(({ encrypted }) => encrypted);
  if (locked) return [packFault('压缩包加了密码', 'the archive is encrypted')];
  const size = members.reduce((sum, member) => sum + member.size, 0);
  if (size > MOST_UNPACKED) {
    const most = MOST_UNPACKED / 1024 / 1024;
    return [packFault(`解压后超过 ${most} MB`, `unpacks to more than ${most} MB`)];
  }
  const odd = members.find(({ name }) => leadsOut(name));
  if (odd === undefined) return [];
  const name = markInvisible(odd.name);
  return [packFault(`压缩包里的路径“${name}”不安全`, `the path “${name}” in it is not safe`)];
}

/** What is wrong with the files in an archive that people unpack, each looked at by `examine`. */
export function memberFaults(
  archive: Archive,
  examine: (path: string, bytes: Uint8Array) => readonly FormFault[],
): FormFault[] {
  const faults: FormFault[] = [];
  for (const member of archive.members) {
    if (member.name.endsWith('/') || LEFTOVER.test(member.name)) continue;
    const fault = memberFault(archive, member, examine);
    if (fault !== undefined) faults.push(fault);
  }
  return faults.slice(0, 1);
}

function memberFault(
  archive: Archive,
  member: Member,
  examine: (path: string, bytes: Uint8Array) => readonly FormFault[],
): FormFault | undefined {
  const name = markInvisible(member.name);
  const type = /\.([^./]*)$/.exec(member.name.toLowerCase())?.[1] ?? '';
  if (type === 'zip' || !Object.hasOwn(FORM_TYPES, type)) {
    return packFault(
      `压缩包里有不能发布的“${name}”`,
      `it holds “${name}”, which may not be published`,
    );
  }
  const bytes = unpack(archive, member, MOST_FORM);
  if (bytes === undefined) {
    return packFault(`压缩包里的“${name}”解不开`, `“${name}” in it cannot be unpacked`);
  }
  const [fault] = examine(member.name, bytes);
  if (fault === undefined) return undefined;
  const { zh, en } = fault.message;
  return packFault(`压缩包里的“${name}”：${zh}`, `“${name}” in it: ${en}`);
}

function packFault(zh: string, en: string): FormFault {
  return contentFault(zh, en, PACK_ANEW);
}

function leadsOut(name: string): boolean {
  if (/^[\\/]|^[a-z]:|\\/i.test(name) || name.split('/').includes('..')) return true;
  // Names in GBK are no UTF-8; what they are is not to be told.
  return findInvisible(name.replaceAll('\ufffd', '')).length > 0 || /[\t\n\r]/.test(name);
}
