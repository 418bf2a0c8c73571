import { toHalfWidth } from '../../text/numeral.ts';
import { foldScript } from '../../text/script.ts';
import { multiply, type Rational, rational, toPlain, toSigned } from '../rational.ts';
import { findSpans } from './date-span.ts';
import type { Printed } from './number-in-text.ts';
import { findQuantities } from './quantities.ts';

export type { Printed } from './number-in-text.ts';

/**
 * Reads a printed number: `95.8%`, `2190天`, `约22万元`, `七折`, a span of dates as its days. Undefined
 * when there is none, and where digits are left beside it (`12+3项`): a part is not the number.
 */
export function readPrinted(text: string): Printed | undefined {
  const [span] = findSpans(foldScript(toHalfWidth(text)));
  if (span !== undefined) return { ...span.printed, text };
  const found = findQuantities(text);
  const best = found.find(({ digits }) => digits) ?? found[0];
  const torn = found.some((each) => each !== best && each.digits && best?.digits === true);
  return best === undefined || torn ? undefined : { ...best.printed, text };
}

/** Whether an exact value is printed as this number, rounded half up to its precision. */
export function prints(value: Rational, { value: printed, step }: Printed): boolean {
  const steps = rational(
    (value.n * printed.d - printed.n * value.d) * step.d,
    value.d * printed.d * step.n,
  );
  return 2n * steps.n >= -steps.d && 2n * steps.n < steps.d;
}

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
  const sign = unit === '个百分点' ? '个百分点' : '%';
  const decimals = Math.max(0, decimalsOf(printed.step) - 2);
  return `${toSigned({ n: shown.n * 100n, d: shown.d }, decimals)}${sign}`;
}

function decimalsOf({ d }: Rational): number {
  let decimals = 0;
  for (let power = 1n; power % d !== 0n && decimals < 40; power *= 10n) decimals += 1;
  return decimals;
}

/** A decimal with all its digits: 0.125. */
export function decimalText(value: Rational): string {
  return toSigned(value, decimalsOf(value));
}

/** From ten thousand on in 万: 134500 is 13.45万. */
export function bigText(value: Rational): string {
  if (value.n < 0n) return `−${bigText({ n: -value.n, d: value.d })}`;
  const large = value.n >= 10_000n * value.d;
  return large ? `${toPlain(rational(value.n, value.d * 10_000n))}万` : toPlain(value);
}
