import { SIMPLIFIED, TRADITIONAL } from './script.gen.ts';

const FULL_WIDTH_OF: readonly (readonly [string, string])[] = [
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
  ['[', '（'],
  [']', '）'],
  ['〔', '（'],
  ['〕', '）'],
  ['［', '（'],
  ['］', '）'],
  ['【', '（'],
  ['】', '）'],
  ['「', '“'],
  ['」', '”'],
  ['『', '“'],
  ['』', '”'],
  ['‘', '“'],
  ['’', '”'],
  ['﹙', '（'],
  ['﹚', '）'],
  ['｡', '。'],
  ['､', '、'],
  ['\u3000', ' '],
  ['\u00a0', ' '],
  ['〝', '“'],
  ['〞', '”'],
  ['＂', '"'],
  ['~', '～'],
  ['–', '-'],
  ['−', '-'],
];

let table: Uint16Array | undefined;

/** By code of a character: the code `foldScript` gives for it, whatever stands before. */
export function foldTable(): Uint16Array {
  if (table) return table;
  const map = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (let i = 0; i < TRADITIONAL.length; i++) {
    map[TRADITIONAL.charCodeAt(i)] = SIMPLIFIED.charCodeAt(i);
  }
  for (let code = 0xff01; code <= 0xff5e; code++) {
    const half = String.fromCharCode(code - 0xfee0);
    if (/[0-9A-Za-z%+\-./<=>#]/.test(half)) map[code] = half.charCodeAt(0);
  }
  for (const [from, to] of FULL_WIDTH_OF) map[from.charCodeAt(0)] = to.charCodeAt(0);
  table = map;
  return map;
}

const OTHER = '其'.charCodeAt(0);
const IT = '它'.charCodeAt(0);
const HE = '他'.charCodeAt(0);

/** A code of `foldTable` after the one that stands before it: 其它 is 其他. */
export function foldAfter(previous: number, code: number): number {
  return code === IT && previous === OTHER ? HE : code;
}

/**
 * The text in one spelling, for comparing and matching, never for showing: Traditional forms as
 * Simplified ones character by character, 其它 as 其他, digits and letters half-width, punctuation
 * full-width. Every position stays where it was: the result is exactly as long as the text.
 */
export function foldScript(text: string): string {
  const map = foldTable();
  let folded = '';
  let done = 0;
  let previous = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const own = map[code] ?? code;
    const to = foldAfter(previous, own);
    previous = to;
    if (to === code) continue;
    folded += text.slice(done, i) + String.fromCharCode(to);
    done = i + 1;
  }
  return done === 0 ? text : folded + text.slice(done);
}
