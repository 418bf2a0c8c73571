import { say, type Words } from '../../model/words.ts';
import { markInvisible } from '../../text/invisible.ts';
import type { FormFault } from './fault.ts';

/** Signs that mean something in addresses, headers (`Content-Disposition`), shells or on Windows. */
const UNSAFE = /["'`\\<>|?*:;%#&$^{}]/;
/** Names that Windows keeps for devices, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Of a name, in bytes of UTF-8: many disks take 255, and copies get longer names. */
const MOST = 200;

/** What is wrong with the names that a path is made of, for addresses and downloads. */
export function nameFaults(path: string): FormFault[] {
  for (const name of path.split('/')) {
    const why = whyUnsafe(name);
    if (why === undefined) continue;
    const shown = markInvisible(name.length > 60 ? `${name.slice(0, 60)}……` : name);
    return [
      {
        rule: 'form-name',
        message: say(`文件名“${shown}”${why.zh}`, `the name “${shown}” ${why.en}`),
        hint: say(
          '用汉字、字母、数字、连字符和点重新命名',
          'use letters, digits, hyphens and dots',
        ),
      },
    ];
  }
  return [];
}

function whyUnsafe(name: string): Words | undefined {
  const sign = UNSAFE.exec(name)?.[0];
  if (sign !== undefined)
    return say(`里有“${sign}”，下载时会出错`, `has “${sign}”, unsafe to download`);
  if (/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/.test(name)) {
    return say('里有全角空格或不间断空格', 'has wide or no-break spaces');
  }
  if (/^[.\- ]|[. ]$/.test(name)) {
    return say('以点、连字符或空格开头或结尾', 'begins or ends with a dot, hyphen or blank');
  }
  if (DEVICE.test(name)) return say('是 Windows 的设备名', 'is a device on Windows');
  if (Buffer.byteLength(name) > MOST) {
    return say(`太长，超过 ${MOST} 个字节`, `is longer than ${MOST} bytes`);
  }
  return undefined;
}
