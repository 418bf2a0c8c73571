import { parseWholeNumber, toHalfWidth } from './numeral.ts';

/** An amount of money as written in a text. */
export interface Amount {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** In yuan. */
  readonly yuan: number;
  /** 件, 本, 平方米 …: what one pays it for; undefined when not said. */
  readonly per?: string;
}

const SCALE: Record<string, number> = { '': 1, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };
const NUMBER = '(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|[一二三四五六七八九十两]+)';
const PER = '(?:\\s*(?:/|每)\\s*([\\u4e00-\\u9fff㎡m³²]{1,4}))?';
const AMOUNT = new RegExp(`${NUMBER}\\s*([百千万亿]?)(元|角)(?:人民币)?${PER}`, 'g');

/** One of these stands in every text with an amount. */
export const AMOUNT_WORDS: readonly string[] = ['元', '角'];

/** The amounts in a text: `80元/件`, `1.00元/平方米`, `200万元`, `十元`. */
export function findAmounts(text: string): Amount[] {
  const amounts: Amount[] = [];
  for (const match of toHalfWidth(text).matchAll(AMOUNT)) {
    const [found, number = '', scale = '', unit, per] = match;
    const value = numberOf(number);
    if (value === undefined) continue;
    const yuan = (value * (SCALE[scale] ?? 1)) / (unit === '角' ? 10 : 1);
    const end = match.index + found.length;
    const place = { text: text.slice(match.index, end), start: match.index, end };
    amounts.push({ ...place, yuan, ...(per === undefined ? {} : { per }) });
  }
  return amounts;
}

function numberOf(text: string): number | undefined {
  const plain = text.replace(/,/g, '');
  return /^\d/.test(plain) ? Number(plain) : parseWholeNumber(plain);
}
