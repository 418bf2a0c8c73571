/** How a character behaves in a line of Chinese text. */
export const CharClass = {
  /** Ideographs and kana: a line may break on either side. */
  han: 0,
  /** Opening brackets and quotes: never end a line. */
  open: 1,
  /** Closing brackets, quotes, stops and commas: never start a line. */
  close: 2,
  /** Dashes, ellipses and interpuncts: never start a line, never parted from their twin. */
  middle: 3,
  /** Units and signs that follow a number: never start a line. */
  suffix: 4,
  /** Currency and number signs: never end a line. */
  prefix: 5,
  latin: 6,
  digit: 7,
  /** Blanks at which a line may break and which vanish at its end. */
  space: 8,
  /** Other symbols: break freely, no gap beside Latin. */
  symbol: 9,
  /** ASCII punctuation: holds together with the word it touches. */
  mark: 10,
} as const;

export type CharClass = (typeof CharClass)[keyof typeof CharClass];

const members: readonly [CharClass, string][] = [
  [CharClass.open, '（《「『【〔“‘〈［｛〖〝｟'],
  [
    CharClass.close,
    '。，、．：；！？）》」』】〕”’〉］｝〗〞｠々〻ーぁぃぅぇぉっゃゅょァィゥェォッャュョ',
  ],
  [CharClass.middle, '—―…‥·•‧・～〜–⸺⸻'],
  [CharClass.suffix, '%‰°′″℃℉％￠㎡㎥㎏㎎㎜㎝㎞㏄＿'],
  [CharClass.prefix, '¥￥$£€№＄￡§±＃☐☑☒'],
  [CharClass.space, ' \t\n\u2002\u2003\u3000'],
  [CharClass.mark, '!"#&\'()*+,-./:;<=>?@[\\]^_`{|}~\u00a0\u2010\u2011'],
];

/** What a character is besides its class. */
const NO_START = 1;
const NO_END = 2;
const BLANK_AFTER = 4;
const BLANK_BEFORE = 8;

/** Ranges of marks that are drawn over what stands before them. */
const MARKS = [
  [0x300, 0x370],
  [0xfe00, 0xfe10],
] as const;

const table = buildTable();
const traits = buildTraits();

/** The class of a code point; anything unknown behaves like a symbol. */
export function classOf(code: number): CharClass {
  if (code < 0x10000) return (table[code] ?? CharClass.symbol) as CharClass;
  return code < 0x20000 ? CharClass.symbol : CharClass.han;
}

/** Whether a line must not begin with this character. */
export function forbidsLineStart(code: number): boolean {
  return ((traits[code] ?? 0) & NO_START) !== 0;
}

/** Whether a line must not end with this character. */
export function forbidsLineEnd(code: number): boolean {
  return ((traits[code] ?? 0) & NO_END) !== 0;
}

/** Whether it is closing punctuation whose right half is blank in a full-width glyph. */
export function hasBlankAfter(code: number): boolean {
  return ((traits[code] ?? 0) & BLANK_AFTER) !== 0;
}

/** Whether it is opening punctuation whose left half is blank in a full-width glyph. */
export function hasBlankBefore(code: number): boolean {
  return ((traits[code] ?? 0) & BLANK_BEFORE) !== 0;
}

/** Columns a text takes in a terminal: 2 for East Asian wide and full-width, else 1. */
export function displayWidth(text: string): number {
  let columns = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    columns += columnsOf(code);
  }
  return columns;
}

function columnsOf(code: number): number {
  if (code >= 0x4e00 && code < 0xa000) return 2;
  if (code < 0x20 || (code >= 0x300 && code < 0x370)) return 0;
  if ((code >= 0x200b && code <= 0x200f) || (code >= 0xfe00 && code < 0xfe10)) return 0;
  const wide =
    (code >= 0x1100 && code < 0x1160) ||
    (code >= 0x2e80 && code < 0xa4d0) ||
    (code >= 0xac00 && code < 0xd7a4) ||
    (code >= 0xf900 && code < 0xfb00) ||
    (code >= 0xfe30 && code < 0xfe70) ||
    (code >= 0xff00 && code < 0xff61) ||
    (code >= 0xffe0 && code < 0xffe7) ||
    (code >= 0x1f300 && code < 0x1faff) ||
    code >= 0x20000;
  return wide ? 2 : 1;
}

function buildTable(): Uint8Array {
  const classes = new Uint8Array(0x10000).fill(CharClass.symbol);
  classes.fill(CharClass.latin, 0x41, 0x5b).fill(CharClass.latin, 0x61, 0x7b);
  classes.fill(CharClass.latin, 0xc0, 0x250).fill(CharClass.latin, 0x370, 0x530);
  classes.fill(CharClass.digit, 0x30, 0x3a);
  for (const [from, to] of MARKS) classes.fill(CharClass.suffix, from, to);
  classes.fill(CharClass.han, 0x3040, 0x3130).fill(CharClass.han, 0x3400, 0xa000);
  classes.fill(CharClass.han, 0x2e80, 0x2fe0).fill(CharClass.han, 0xf900, 0xfb00);
  classes[0x3007] = CharClass.han;
  for (const [kind, text] of members) for (const code of codes(text)) classes[code] = kind;
  return classes;
}

function buildTraits(): Uint8Array {
  const found = new Uint8Array(table.length);
  const give = (trait: number, code: number): void => {
    found[code] = (found[code] ?? 0) | trait;
  };
  const { close, middle, suffix, open, prefix } = CharClass;
  for (const [from, to] of MARKS) found.fill(NO_START, from, to);
  for (const [kind, text] of members) {
    const start = kind === close || kind === middle || kind === suffix ? NO_START : 0;
    const trait = kind === open || kind === prefix ? NO_END : start;
    for (const code of codes(text)) give(trait, code);
  }
  for (const code of codes('!),.:;?]}')) give(NO_START, code);
  for (const code of codes('([{#')) give(NO_END, code);
  for (const code of codes('。，、．：；！？）》」』】〕”’〉］｝〗')) give(BLANK_AFTER, code);
  for (const code of codes('（《「『【〔“‘〈［｛〖')) give(BLANK_BEFORE, code);
  return found;
}

function codes(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}
