import { say } from '../../model/words.ts';
import { pathWord } from '../../text/path-word.ts';
import type { Report, Rule } from '../rule.ts';

/** Of an address in a QR code, in bytes: with more its dots are too small to be read from paper. */
const MOST = 500;

/** What a long path below the site may take, in bytes. */
const ROOM = 100;

/** Of a character in UTF-8, and what an address has beside site, department and id. */
const MOST_BYTES = 4;
const OWN = 12;

/** The address of every guide fits into a QR code that can be read. */
export const addressTooLong: Rule = {
  id: 'address-too-long',
  severity: 'error',
  title: say('网址太长，二维码扫不出来', 'address too long for a QR code'),
  why: say(
    '纸上的二维码里是指南的网址。网址越长，点越小；太长的，手机扫不出来，更长的印不出来。',
    'The QR code on paper holds the address of the guide: the longer it is, the smaller its dots.',
  ),
  bad: `files:
  mingbai.yaml:
    site: https://mingbai.example/${'a'.repeat(500)}`,
  good: 'files:\n  mingbai.yaml: { site: https://mingbai.example/guides }',
  *item({ id, value }, { catalog }) {
    const site = catalog.settings.value.site ?? '';
    const characters = site.length + value.department.length + id.length;
    if (site === '' || characters * MOST_BYTES + OWN <= MOST || sizeOf(site) > MOST - ROOM) return;
    const address = `${site.replace(/\/+$/, '')}/items/${pathWord(value.department)}/${pathWord(id)}/`;
    if (sizeOf(address) > MOST) yield tooLong('/id', sizeOf(address));
  },
  *catalog({ catalog: { settings } }) {
    const size = sizeOf(settings.value.site ?? '');
    if (size > MOST - ROOM) yield { ...tooLong('/site', size), path: settings.path };
  },
};

function tooLong(pointer: string, size: number): Report {
  return {
    pointer,
    message: say(
      `网址有${size}个字节，放不进能扫的二维码`,
      `the address has ${size} bytes: too long for a QR code that can be read`,
    ),
    hint: say(
      `网站地址不超过${MOST - ROOM}个字节，加上事项标识不超过${MOST}个字节`,
      `at most ${MOST - ROOM} bytes for the site, ${MOST} with the item`,
    ),
  };
}

/** In bytes as it stands in the code. */
function sizeOf(address: string): number {
  return new TextEncoder().encode(address).length;
}
