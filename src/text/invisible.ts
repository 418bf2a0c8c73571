/** A run of characters that nobody sees, or that change how others are seen. */
export interface Invisible {
  /** Offsets [start, end) in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Code points of the run. */
  readonly codes: readonly number[];
}

/** Those of the basic plane, as ranges of a character class. */
const BASIC =
  '\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f' +
  '\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufdd0-\\ufdef\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\uffff';
/** All others. */
const ASTRAL = '\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}\\p{Surrogate}';

/**
 * UTF-16 units of which one stands in every text that has an invisible character; some texts with
 * one are sound (emoji, variants of ideographs). Without the `v` flag: asked of every file first.
 */
const SUSPECT = new RegExp(`[${BASIC}\\ud82f\\ud834\\udb40-\\udb43]`);

/** A surrogate without its other half. */
const LONE = /\p{Surrogate}/gu;

/** By UTF-16 unit whether it is suspect: of 5 million units 10 ms, where the expression takes 55. */
let suspects: Uint8Array | undefined;

/** Whether the text of a file may have an invisible character; most have none. */
export function maySuspect(text: string): boolean {
  suspects ??= Uint8Array.from({ length: 0x10000 }, (_, unit) =>
    Number(SUSPECT.test(String.fromCharCode(unit))),
  );
  for (let at = 0; at < text.length; at += 1) if (suspects[text.charCodeAt(at)] === 1) return true;
  return false;
}

/** Letters that join: between them ZWJ and ZWNJ say how (Uyghur, Mongolian, Tibetan, Hindi …). */
const JOINING =
  '\\p{Script=Arabic}\\p{Script=Mongolian}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Tibetan}';
/** An emoji as it may stand on either side of a ZWJ. */
const EMOJI = '\\p{Extended_Pictographic}';

/** What is sound though nobody sees it: it belongs to the character before it. */
const SOUND = [
  // Variants of ideographs, registered (IVS) and standardized: names of people and places.
  '(?<=\\p{Ideographic})[\\u{fe00}-\\u{fe02}\\u{e0100}-\\u{e01ef}]',
  // Emoji style or text style of a symbol; keycaps.
  '(?<=[\\p{Emoji}--[0-9#*]])[\\u{fe0e}\\u{fe0f}]',
  '(?<=[0-9#*])\\u{fe0f}(?=\\u{20e3})',
  // One emoji of several.
  `(?<=${EMOJI}[\\u{fe0f}\\p{Emoji_Modifier}]?)\\u{200d}(?=${EMOJI})`,
  `(?<=[${JOINING}\\p{M}])[\\u{200c}\\u{200d}](?=[${JOINING}])`,
  '(?<=\\p{Script=Mongolian})[\\u{180b}-\\u{180f}]',
].join('|');

let looking: RegExp | undefined;

/** Made when something is first suspected. */
function looker(): RegExp {
  looking ??= new RegExp(`(?:${SOUND})|([${BASIC}${ASTRAL}])`, 'gv');
  return looking;
}

/** Every run of invisible characters that has no business in a text, in order. */
export function findInvisible(text: string): Invisible[] {
  const runs: { start: number; end: number; codes: number[] }[] = [];
  if (!maySuspect(text) && text.search(LONE) === -1) return runs;
  for (const { index, 1: found } of text.matchAll(looker())) {
    if (found === undefined) continue;
    const code = found.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    if (last?.end !== index) runs.push({ start: index, end: index + found.length, codes: [code] });
    else {
      last.end += found.length;
      last.codes.push(code);
    }
  }
  return runs;
}

/** Names of the invisible characters that people are most likely to have, by their last code. */
const NAMES: readonly (readonly [last: number, zh: string, en: string])[] = [
  [0x1a, '控制字符', 'control character'],
  [0x1b, '控制字符 ESC', 'control character ESC'],
  [0x84, '控制字符', 'control character'],
  [0x85, '换行符 NEL', 'line break NEL'],
  [0x9f, '控制字符', 'control character'],
  [0xad, '软连字符', 'soft hyphen'],
  [0x34f, '组合连接符', 'grapheme joiner'],
  [0x61c, '文字方向控制符', 'direction mark'],
  [0x1160, '谚文填充符', 'Hangul filler'],
  [0x180f, '变体选择符', 'variation selector'],
  [0x200b, '零宽空格', 'zero-width space'],
  [0x200d, '零宽连接符', 'zero-width joiner'],
  [0x200f, '文字方向控制符', 'direction mark'],
  [0x2029, '行、段分隔符', 'line or paragraph separator'],
  [0x202e, '文字方向控制符', 'direction control'],
  [0x2065, '零宽字符', 'zero-width character'],
  [0x2069, '文字方向控制符', 'direction control'],
  [0x206f, '废弃的格式符', 'deprecated format character'],
  [0x2800, '空白盲文', 'blank Braille pattern'],
  [0x3164, '谚文填充符', 'Hangul filler'],
  [0xdfff, '不成对的代理码', 'lone surrogate'],
  [0xfdef, '不是字符的编码', 'noncharacter'],
  [0xfe0f, '变体选择符', 'variation selector'],
  [0xfeff, '字节顺序标记 BOM', 'byte order mark'],
  [0xffa0, '谚文填充符', 'Hangul filler'],
  [0xfffb, '注音控制符', 'annotation control'],
  [0xfffc, '对象占位符', 'object replacement character'],
  [0xfffd, '乱码替代符', 'replacement character'],
  [0xffff, '不是字符的编码', 'noncharacter'],
  [0x1bca3, '格式控制符', 'format control'],
  [0x1d17a, '格式控制符', 'format control'],
  [0xe00ff, '标签字符', 'tag character'],
  [0xe01ef, '变体选择符', 'variation selector'],
];

/** What a character is called, with its code: 零宽空格（U+200B）. */
export function nameInvisible(code: number): { readonly zh: string; readonly en: string } {
  const [, zh, en] = NAMES.find(([last]) => code <= last) ?? [
    0,
    '看不见的字符',
    'invisible character',
  ];
  return { zh: `${zh}（${codeName(code)}）`, en: `${en} (${codeName(code)})` };
}

function codeName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text with a visible mark in place of each invisible character and line break: ⟨U+202E⟩. */
export function markInvisible(text: string): string {
  let marked = '';
  let end = 0;
  for (const run of findInvisible(text)) {
    marked += text.slice(end, run.start) + run.codes.map((code) => `⟨${codeName(code)}⟩`).join('');
    end = run.end;
  }
  const rest = marked + text.slice(end);
  return rest.replace(/[\t\n\r]/g, (control) => `⟨${codeName(control.charCodeAt(0))}⟩`);
}

/** The same text with U+FFFD in place of each lone surrogate, which no file can hold. */
export function wellFormed(text: string): string {
  return text.replace(LONE, '\ufffd');
}
