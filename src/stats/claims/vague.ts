import { add, compare, multiply, type Rational, rational, subtract } from '../rational.ts';
import type { Printed } from './printed.ts';

/** 约 and 左右 take in so much of the number; 近 comes so close from below. */
const ABOUT = rational(1n, 20n);
const NEAR = rational(1n, 10n);

/**
 * Whether an exact value may be called so: 近 is a little less, 余 and 多 a little more, 约 and
 * 左右 either. `exact` where the number itself is right and the word is needless.
 */
export function fitsVaguely(value: Rational, printed: Printed): 'exact' | 'fits' | 'not' {
  const { value: said, step, vague = '' } = printed;
  if (compare(value, said) === 0) return 'exact';
  if (/近/.test(vague)) {
    const low = subtract(said, multiply(said, NEAR));
    return compare(value, said) < 0 && compare(value, low) >= 0 ? 'fits' : 'not';
  }
  if (/[余多几]/.test(vague)) {
    return compare(value, said) > 0 && compare(value, add(said, step)) < 0 ? 'fits' : 'not';
  }
  const far = multiply(said, ABOUT);
  const within = compare(value, subtract(said, far)) >= 0 && compare(value, add(said, far)) <= 0;
  return within ? 'fits' : 'not';
}
