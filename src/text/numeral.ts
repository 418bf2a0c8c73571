const DIGITS = '零一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Full-width ASCII (０-９ Ａ-ｚ ． ／) as half-width; lengths in characters stay the same. */
export function toHalfWidth(text: string): string {
  let half = '';
  let done = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0xff01 || code > 0xff5e) continue;
    half += text.slice(done, at) + String.fromCharCode(code - 0xfee0);
    done = at + 1;
  }
  return done === 0 ? text : half + text.slice(done);
}

/** A whole number written in digits or in Chinese numerals up to 9999; undefined if neither. */
export function parseWholeNumber(text: string): number | undefined {
  const half = toHalfWidth(text.trim());
  if (/^\d+$/.test(half)) return Number(half);
  return parseChineseNumeral(half);
}

/** 三十五 → 35, 两百零三 → 203, 〇 and 零 → 0, 二〇二六 → 2026; undefined when not a numeral. */
export function parseChineseNumeral(text: string): number | undefined {
  const digits = text
    .replace(/[两俩]/g, '二')
    .replace(/〇/g, '零')
    .replace(/廿/g, '二十');
  if (digits === '' || !/^[零一二三四五六七八九十百千]+$/.test(digits)) return undefined;
  if (!/[十百千]/.test(digits)) {
    return digits.length > 1 && !/^[零一二三四五六七八九]{4}$/.test(digits)
      ? undefined
      : Number([...digits].map((c) => DIGITS.indexOf(c)).join(''));
  }
  return sumOfUnits(digits);
}

function sumOfUnits(digits: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let last = Number.POSITIVE_INFINITY;
  for (const c of digits) {
    const unit = UNITS[c];
    if (unit === undefined) {
      digit = DIGITS.indexOf(c);
      continue;
    }
    if (unit >= last) return undefined;
    total += (digit ?? 1) * unit;
    digit = undefined;
    last = unit;
  }
  return total + (digit ?? 0);
}

/** 1 → 一, 12 → 十二, 45 → 四十五; for headings and article numbers below 1000. */
export function chineseNumeral(value: number): string {
  if (value < 10) return DIGITS[value] ?? '';
  if (value < 20) return `十${value === 10 ? '' : DIGITS[value - 10]}`;
  if (value < 100) {
    const rest = value % 10;
    return `${DIGITS[Math.floor(value / 10)]}十${rest === 0 ? '' : DIGITS[rest]}`;
  }
  const rest = value % 100;
  const hundreds = `${DIGITS[Math.floor(value / 100)]}百`;
  if (rest === 0) return hundreds;
  if (rest < 10) return `${hundreds}零${DIGITS[rest]}`;
  return hundreds + (rest < 20 ? '一' : '') + chineseNumeral(rest);
}
