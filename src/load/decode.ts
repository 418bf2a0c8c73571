import { isUtf8 } from 'node:buffer';
import { say, type Words } from '../model/words.ts';
import { fromUtf8 } from '../text/utf8.ts';

/** Text of a file, or what is wrong with its encoding. A byte order mark is taken off. */
export type Decoded = { readonly text: string } | Undecoded;

/** What a file is instead of UTF-8. */
export interface Undecoded {
  readonly encoding: Words;
  /** What programs call it that convert it; undefined where it has no name that helps. */
  readonly name?: string;
  /** The byte that shows it, where it is one that should not be there. */
  readonly at?: number;
}

/** Reads UTF-8; names GB18030 (GBK), Big5, UTF-16 and UTF-32 when it meets them. Never guesses. */
export function decodeText(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { encoding: say(wide, wide), name: wide };
  const zero = bytes.indexOf(0);
  if (zero !== -1) return { encoding: ZERO, at: zero };
  if (isUtf8(bytes)) {
    const text = withoutMark(fromUtf8(bytes));
    return looksMistaken(text) ? (chineseEncoding(bytes) ?? { text }) : { text };
  }
  return chineseEncoding(bytes) ?? { encoding: UNKNOWN, at: firstWrong(bytes) };
}

const ZERO = say('带空字符（NUL）的内容，不是文本', 'no text: it holds a NUL byte');
const UNKNOWN = say('无法识别的编码', 'an unknown encoding');

/** Takes off the byte order mark. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** A short GBK text can be valid UTF-8 by chance: Latin letters with marks and no Chinese at all. */
function looksMistaken(text: string): boolean {
  return !/[\u2000-\uffff]/.test(text) && /[\u0080-\u07ff]/.test(text.replace(SIGNS, ''));
}

/** Signs beside a number are meant: 3×4, 20°C, ±5; alone their bytes are 脳, 掳, 卤, 梅, 路, 搂. */
const SIGNS = /[\dA-Za-z)] ?[×÷±·°§]|[×÷±§] ?\d/g;

const MARKS: readonly (readonly [name: string, mark: readonly number[]])[] = [
  // The mark of UTF-16LE begins that of UTF-32LE.
  ['UTF-32LE', [0xff, 0xfe, 0, 0]],
  ['UTF-32BE', [0, 0, 0xfe, 0xff]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
];

/** UTF-16 or UTF-32 by its mark, or by where the zero bytes of ASCII letters stand. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return marked[0];
  if (!bytes.includes(0)) return undefined;
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0, 0, 0];
  for (const [index, byte] of head.entries())
    if (byte === 0) zeros[index % 4] = (zeros[index % 4] ?? 0) + 1;
  const [a = 0, b = 0, c = 0, d = 0] = zeros.map((count) => count / (head.length / 4));
  if (c > MANY && d > MANY) return 'UTF-32LE';
  if (a > MANY && b > MANY) return 'UTF-32BE';
  // A character of Chinese may have a zero byte where letters have none: 一 is 4E00.
  if (b > SOME && d > SOME && a + c < FEW * (b + d)) return 'UTF-16LE';
  return a > SOME && c > SOME && b + d < FEW * (a + c) ? 'UTF-16BE' : undefined;
}

/** Shares of places that are zero: in UTF-32 all are, in UTF-16 those of keys, blanks and breaks. */
const MANY = 0.9;
const SOME = 0.1;
/** What is zero elsewhere, to what is zero there. */
const FEW = 0.2;

/** GB18030 or Big5, which share nearly all of their bytes: by the characters that are in use. */
function chineseEncoding(bytes: Uint8Array): Decoded | undefined {
  const [pairs, simplified, traditional] = countPairs(bytes);
  const isGb = decodes(bytes, 'gb18030');
  if (isGb && simplified >= pairs * MANY) return GB18030;
  if (traditional >= pairs * MANY && decodes(bytes, 'big5')) return BIG5;
  return isGb ? GB18030 : undefined;
}

const GB18030: Decoded = { encoding: say('GB18030（GBK）', 'GB18030 (GBK)'), name: 'GB18030' };
const BIG5: Decoded = { encoding: say('大五码（Big5）', 'Big5'), name: 'BIG5' };

/**
 * Pairs of bytes that are no ASCII; how many of them are characters of GB 2312, and how many the
 * signs and frequent characters of Big5.
 */
function countPairs(bytes: Uint8Array): [pairs: number, simplified: number, traditional: number] {
  let [pairs, simplified, traditional] = [0, 0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    pairs += 1;
    at += 1;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) simplified += 1;
    const isTrail = (trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1;
    if (lead >= 0xa1 && lead <= 0xc6 && isTrail) traditional += 1;
  }
  return [pairs, simplified, traditional];
}

function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    return /[\u4e00-\u9fff]/.test(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

/** The first byte that is not as UTF-8 has it; found by halves, since only a whole text is tested. */
function firstWrong(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isUtf8(bytes.subarray(0, wholeEnd(bytes, middle)))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the character ends that a cut at an offset would part. */
function wholeEnd(bytes: Uint8Array, cut: number): number {
  let end = cut;
  while (end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end += 1;
  return end;
}

/** The byte order mark that a file in UTF-8 begins with, which stays when it is written again. */
export function byteOrderMark(bytes: Uint8Array): string {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';
}
