import { parseChineseNumeral } from '../../text/numeral.ts';
import { parseRational, type Rational, rational } from '../rational.ts';
import { LONGEST_NUMBER } from './expression.ts';

/** What the words of scale multiply by. */
export const SCALE: Record<string, bigint> = {
  百: 100n,
  千: 1000n,
  万: 10_000n,
  十万: 100_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  亿: 100_000_000n,
  百亿: 10_000_000_000n,
  千亿: 100_000_000_000n,
  万亿: 1_000_000_000_000n,
};

/** A number without its scale: 12.5, 十二点五. */
export interface PlainNumber {
  readonly value: Rational;
  readonly step: Rational;
}

/** Reads digits or Chinese numerals; undefined for neither, and for one too long. */
export function plainNumber(text: string): PlainNumber | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  if (/^\d/.test(text)) {
    const [whole = '', part = ''] = text.replace(/,/g, '').split('.');
    const value = parseRational(part === '' ? whole : `${whole}.${part}`);
    if (value === undefined) return undefined;
    return { value, step: rational(1n, 10n ** BigInt(part.length)) };
  }
  const [whole = '', part = ''] = text.split('点');
  const value = chineseNumber(whole);
  if (value === undefined) return undefined;
  const decimals = [...part].map((digit) => parseChineseNumeral(digit) ?? 0).join('');
  const step = rational(1n, 10n ** BigInt(decimals.length));
  const more = decimals === '' ? 0n : BigInt(decimals);
  return { value: rational(value * step.d + more, step.d), step };
}

/** 十二万三千, 一亿: by 亿 and 万, each part a numeral below ten thousand. */
function chineseNumber(text: string): bigint | undefined {
  for (const scale of ['亿', '万']) {
    const at = text.lastIndexOf(scale);
    if (at === -1) continue;
    const head = at === 0 ? 1n : chineseNumber(text.slice(0, at));
    const tail = at === text.length - 1 ? 0n : chineseNumber(text.slice(at + 1));
    if (head === undefined || tail === undefined) return undefined;
    return head * (SCALE[scale] ?? 1n) + tail;
  }
  const value = parseChineseNumeral(text);
  return value === undefined ? undefined : BigInt(value);
}
