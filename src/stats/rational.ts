/** An exact fraction in lowest terms, the denominator above zero. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };

/** The fraction n/d. Throws when d is zero. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new RangeError('division by zero');
  const sign = d < 0n ? -1n : 1n;
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d);
  return { n: (sign * n) / divisor, d: (sign * d) / divisor };
}

/** A decimal or a fraction as written: `0.5`, `5/7`, `125/6`; undefined for anything else. */
export function parseRational(text: string): Rational | undefined {
  const fraction = /^(\d+)\/(\d+)$/.exec(text);
  if (fraction !== null) {
    const parts = BigInt(fraction[2] ?? 1);
    return parts === 0n ? undefined : rational(BigInt(fraction[1] ?? 0), parts);
  }
  const decimal = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (decimal === null) return undefined;
  const [, whole = '0', part = ''] = decimal;
  return rational(BigInt(whole + part), 10n ** BigInt(part.length));
}

export function add(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n + b.n, d: 1n };
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

/** Throws when b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

/** Below, at or above zero as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** A fraction not below zero with so many decimals, rounded once, half up. */
export function toFixed(value: Rational, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const rounded = (2n * value.n * scale + value.d) / (2n * value.d);
  const digits = rounded.toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** As few decimals as say it exactly, at most two. */
export function toPlain(value: Rational): string {
  return toFixed(value, 2).replace(/\.?0+$/, '');
}

/** A fraction of either sign, rounded once, half away from zero: −12.5; zero has no sign. */
export function toSigned(value: Rational, decimals: number): string {
  if (value.n >= 0n) return toFixed(value, decimals);
  const digits = toFixed({ n: -value.n, d: value.d }, decimals);
  return /[1-9]/.test(digits) ? `−${digits}` : digits;
}

/** A share in percent with one decimal: 93.3%. */
export function toPercent(value: Rational, decimals = 1): string {
  return `${toSigned({ n: value.n * 100n, d: value.d }, decimals)}%`;
}

function gcd(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
