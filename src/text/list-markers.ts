import { parseWholeNumber, toHalfWidth } from './numeral.ts';

/** The numbering schemes of Chinese lists, in the order in which they usually nest. */
export type MarkerKind =
  | 'chinese'
  | 'chinese-paren'
  | 'article'
  | 'digit'
  | 'digit-paren'
  | 'digit-close'
  | 'circled'
  | 'letter'
  | 'bullet';

/** A list marker at the start of a text: `一、`, `（一）`, `第一条 `, `1.`, `(1)`, `1)`, `①`. */
export interface Marker {
  readonly kind: MarkerKind;
  /** From 1; 0 for a bullet. */
  readonly ordinal: number;
  /** Characters taken, with punctuation and the white space after it. */
  readonly length: number;
}

const NUMERAL = '[一二三四五六七八九十百]+';
const FORMS: readonly (readonly [MarkerKind, RegExp])[] = [
  ['chinese', new RegExp(`^(${NUMERAL})\\s*(?:、|\\.)`)],
  ['chinese-paren', new RegExp(`^\\(\\s*(${NUMERAL})\\s*\\)[、.]?`)],
  ['article', new RegExp(`^第(${NUMERAL}|\\d+)条(?=\\s)`)],
  ['digit', /^(\d{1,3})\s*(?:、|\.(?!\d))/],
  ['digit-paren', /^\(\s*(\d{1,3})\s*\)[、.]?/],
  ['digit-close', /^(\d{1,3})\s*\)[、.]?/],
  ['letter', /^([A-Za-z])(?:[、)]|\.(?![A-Za-z]))/],
];
/** First characters of the ready-made numbered signs, each standing for 1, and how many follow. */
const SIGNS: readonly (readonly [MarkerKind, number])[] = [
  ['circled', 0x2460],
  ['digit-paren', 0x2474],
  ['digit', 0x2488],
];
const BULLET = /^(?:[●•■◆▪○★☆]|[-*](?=\s))/;

/** The marker at the start of the text, white space before it not allowed. */
export function markerAt(text: string): Marker | undefined {
  const half = toHalfWidth(text.slice(0, 24));
  const found = formAt(half) ?? signAt(half);
  if (found === undefined) return undefined;
  const space = /^\s*/.exec(text.slice(found.length))?.[0].length ?? 0;
  return { ...found, length: found.length + space };
}

function formAt(half: string): Marker | undefined {
  for (const [kind, form] of FORMS) {
    const match = form.exec(half);
    if (match === null) continue;
    const [whole, written = ''] = match;
    const ordinal = kind === 'letter' ? letterOrdinal(written) : parseWholeNumber(written);
    if (ordinal !== undefined) return { kind, ordinal, length: whole.length };
  }
  return undefined;
}

function signAt(half: string): Marker | undefined {
  if (BULLET.test(half)) return { kind: 'bullet', ordinal: 0, length: 1 };
  const code = half.charCodeAt(0);
  for (const [kind, first] of SIGNS) {
    if (code >= first && code < first + 20) return { kind, ordinal: code - first + 1, length: 1 };
  }
  return undefined;
}

function letterOrdinal(letter: string): number {
  return letter.toLowerCase().charCodeAt(0) - 0x60;
}

const BARE =
  /^(\d{1,2})\s*(?=[\p{Script=Han}《“"])(?![年月日个名人万元周岁时小号台套项次份天级类种])/u;

/** A number without punctuation (`6参考资料`), a marker only where `ordinal` is the next in line. */
export function bareMarkerAt(text: string, ordinal: number): Marker | undefined {
  const match = BARE.exec(text);
  if (match === null || Number(match[1]) !== ordinal) return undefined;
  return { kind: 'digit', ordinal, length: match[0].length };
}

const PAIRS: Record<string, string> = { '（': '）', '(': ')', '《': '》', '【': '】', '“': '”' };

/** For each character whether it stands inside a pair of brackets or quotes closed in this text. */
export function insideBrackets(text: string): readonly boolean[] {
  const inside = new Array<boolean>(text.length).fill(false);
  const open: { at: number; close: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    const close = PAIRS[char];
    if (close !== undefined) {
      open.push({ at, close });
      continue;
    }
    const partner = open.findLastIndex((one) => sameBracket(one.close, char));
    if (partner < 0) continue;
    inside.fill(true, (open[partner]?.at ?? at) + 1, at);
    open.length = partner;
  }
  return inside;
}

function sameBracket(expected: string, char: string): boolean {
  return toHalfWidth(expected) === toHalfWidth(char);
}
