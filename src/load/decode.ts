import { isUtf8 } from 'node:buffer';
import { say, type Words } from '../model/words.ts';
import { fromUtf8 } from '../text/utf8.ts';

/** Text of a file, or what is wrong with its encoding. A byte order mark is taken off. */
export type Decoded =
  | { readonly text: string }
  | { readonly encoding: Words; readonly name: string };

/** Reads UTF-8; names GB18030 (GBK) and UTF-16 when it meets them. Never guesses. */
export function decodeText(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { encoding: say(wide, wide), name: wide };
  if (isUtf8(bytes)) {
    const text = withoutMark(fromUtf8(bytes));
    return looksMistaken(text) && isGb18030(bytes) ? GB18030 : { text };
  }
  return isGb18030(bytes)
    ? GB18030
    : { encoding: say('无法识别的编码', 'an unknown encoding'), name: 'UNKNOWN' };
}

/** Takes off the byte order mark. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

const GB18030: Decoded = { encoding: say('GB18030（GBK）', 'GB18030 (GBK)'), name: 'GB18030' };

/** A short GBK text can be valid UTF-8 by chance: Latin letters with marks and no Chinese at all. */
function looksMistaken(text: string): boolean {
  return !/[\u2000-\uffff]/.test(text) && /[\u0080-\u07ff]/.test(text);
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

/** UTF-16 with its byte order, by its mark or by where the zero bytes of ASCII letters stand. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return 'UTF-16LE';
  if (startsWith(bytes, [0xfe, 0xff])) return 'UTF-16BE';
  const at = bytes.subarray(0, 4096).indexOf(0);
  if (at === -1) return undefined;
  return at % 2 === 1 ? 'UTF-16LE' : 'UTF-16BE';
}

function isGb18030(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return /[\u4e00-\u9fff]/.test(text);
  } catch {
    return false;
  }
}
