import { toHalfWidth } from '../../text/numeral.ts';
import { foldScript } from '../../text/script.ts';
import { multiply, parseRational, type Rational, rational, toPlain } from '../rational.ts';
import { LONGEST_NUMBER } from './expression.ts';

/** A number as a sentence prints it, with the precision and the words around it. */
export interface Printed {
  readonly text: string;
  /** A percentage is a fraction: 95.8% is 0.958; 22万 is 220000. */
  readonly value: Rational;
  /** The value of one in the last printed digit: 0.001 for 95.8%, 10000 for 22万. */
  readonly step: Rational;
  readonly percent: boolean;
  /** 以上, 不少于: a lower bound; 以下, 不超过: an upper bound. */
  readonly bound?: 'at-least' | 'at-most';
  /** The word that makes it vague: 约, 左右, 余, 近. */
  readonly vague?: string;
  /** What is counted: 天, 件, 元; empty for a percentage. */
  readonly unit: string;
}

const NUMBER = /(\d+(?:,\d{3})*)(?:\.(\d+))?\s*([百千]?[万亿]|[百千])?\s*(余|多)?\s*([%％])?/;
const SCALE: Record<string, bigint> = {
  百: 100n,
  千: 1000n,
  万: 10_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  亿: 100_000_000n,
};
const VAGUE = /约|大约|近|将近|左右|上下|余|多(?!少)/;
const LEAST = /以上|不少于|不低于|至少|超过|逾/;
const MOST = /以下|以内|不超过|不多于|至多/;

/** Reads a printed number: `95.8%`, `2190天`, `约22万元`, `90%以上`; undefined when there is none. */
export function readPrinted(text: string): Printed | undefined {
  const clean = toHalfWidth(foldScript(text));
  const match = NUMBER.exec(clean);
  if (match === null) return undefined;
  const [found, whole = '', part = '', scaleWord = '', , percentSign] = match;
  if (whole.length + part.length > LONGEST_NUMBER) return undefined;
  const digits = parseRational(whole.replace(/,/g, '') + (part === '' ? '' : `.${part}`));
  if (digits === undefined) return undefined;
  const percent = percentSign !== undefined;
  const scale = percent ? rational(1n, 100n) : rational(SCALE[scaleWord] ?? 1n);
  const vague = VAGUE.exec(clean.replace(MOST, ''))?.[0];
  const bound = MOST.test(clean) ? 'at-most' : LEAST.test(clean) ? 'at-least' : undefined;
  const rest = clean.slice(match.index + found.length);
  return {
    text,
    value: multiply(digits, scale),
    step: multiply(rational(1n, 10n ** BigInt(part.length)), scale),
    percent,
    unit: percent ? '' : (/^\s*([\u4e00-\u9fff]+)/.exec(rest)?.[1] ?? '').replace(UNIT_END, ''),
    ...(bound === undefined ? {} : { bound }),
    ...(vague === undefined ? {} : { vague }),
  };
}

const UNIT_END = /(?:以上|以下|以内|左右|上下).*$/;

/** A value rounded half up to the precision that a number is printed with. */
export function roundLike(value: Rational, { step }: Printed): Rational {
  const steps = rational(value.n * step.d, value.d * step.n);
  const doubled = 2n * steps.n + steps.d;
  const floor =
    doubled >= 0n ? doubled / (2n * steps.d) : -((-doubled + 2n * steps.d - 1n) / (2n * steps.d));
  return multiply(rational(floor), step);
}

/** A value written as the printed number is: percent with as many decimals, or a plain number. */
export function writeLike(value: Rational, printed: Printed): string {
  const { percent, unit } = printed;
  if (!percent) return `${bigText(value)}${unit}`;
  const shown = roundLike(value, printed);
  const decimals = decimalsOf(printed.step) - 2;
  const scaled = rational(shown.n * 100n * 10n ** BigInt(decimals), shown.d).n.toString();
  if (decimals <= 0) return `${scaled}%`;
  const digits = scaled.padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}%`;
}

function decimalsOf({ d }: Rational): number {
  let decimals = 0;
  for (let power = 1n; power % d !== 0n; power *= 10n) decimals += 1;
  return decimals;
}

/** From ten thousand on in 万: 134500 is 13.45万. */
export function bigText(value: Rational): string {
  const large = value.n >= 10_000n * value.d;
  return large ? `${toPlain(rational(value.n, value.d * 10_000n))}万` : toPlain(value);
}
