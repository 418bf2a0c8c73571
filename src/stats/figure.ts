import type { Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import type { Words } from '../model/words.ts';
import { type Place, placeOf } from './place.ts';
import { add, compare, divide, type Rational, rational, ZERO } from './rational.ts';
import { type LeftOut, out, type Selection } from './selection.ts';

/** What one item gives to a figure. */
export interface Contribution {
  /** JSON pointer of the value it rests on. */
  readonly pointer: string;
  /** Added to the numerator, or to the sum. */
  readonly amount: Rational;
  /** Added to the denominator; 1 where nothing is said. */
  readonly weight?: Rational;
  /** The working in words. */
  readonly says: Words;
}

/** Why an item does not count. */
export interface Omission {
  readonly pointer: string;
  readonly reason: Words;
}

/** A figure by its definition: what each item gives to it. */
export interface FigureSpec {
  readonly key: string;
  readonly label: Words;
  /** Share: of one whole, in percent; mean: of so many a piece; sum: only added up. */
  readonly kind: 'share' | 'mean' | 'sum';
  /** The unit of a mean or sum. */
  readonly unit?: Words;
  /** Whether the types of the 口径 hold for it; other figures count all that people apply for. */
  readonly limited?: true;
  /** How it is computed, in words. */
  readonly formula: Words;
  judge(
    entry: Entry<Item>,
    selection: Selection,
  ): Contribution | Omission | readonly (Contribution | Omission)[];
}

/** One line of the working of a figure. */
export interface Working extends Place {
  readonly amount: Rational;
  readonly weight: Rational;
  readonly says: Words;
}

/** What a figure comes to. */
export interface Quotient {
  /** Absent when nothing was counted. */
  readonly value?: Rational;
  readonly numerator: Rational;
  readonly denominator: Rational;
}

/** A figure with all that went into it. */
export interface Figure extends Quotient {
  readonly spec: FigureSpec;
  readonly working: readonly Working[];
  readonly leftOut: readonly LeftOut[];
}

const ONE = rational(1n);

/** Computes a figure over the selected items; exact, never above one for a share. */
export function measure(spec: FigureSpec, selection: Selection): Figure {
  const working: Working[] = [];
  const leftOut: LeftOut[] = [...selection.leftOut];
  for (const entry of selection.items) {
    const judged = spec.judge(entry, selection);
    const each = Array.isArray(judged) ? judged : [judged as Contribution | Omission];
    for (const one of each) {
      if ('reason' in one) leftOut.push(out(entry, one.pointer, one.reason));
      else working.push(work(entry, one));
    }
  }
  leftOut.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return figureOf(spec, working, leftOut);
}

/** Adds up what was judged: of all items, or of a part of them. */
export function figureOf(
  spec: FigureSpec,
  working: readonly Working[],
  leftOut: readonly LeftOut[],
): Figure {
  const numerator = sumOf(working.map(({ amount }) => amount));
  const denominator = sumOf(working.map(({ weight }) => weight));
  const quotient = quotientOf(spec, numerator, denominator, working.length);
  return { spec, ...quotient, working, leftOut };
}

/** Whole numbers are added as such; only fractions need a common denominator. */
function sumOf(values: readonly Rational[]): Rational {
  let units = 0n;
  let rest = ZERO;
  for (const value of values) {
    if (value.d === 1n) units += value.n;
    else rest = add(rest, value);
  }
  return add(rational(units), rest);
}

/** What sums over so many contributions come to; a share above one is the program's own fault. */
export function quotientOf(
  { kind, key }: FigureSpec,
  numerator: Rational,
  denominator: Rational,
  count: number,
): Quotient {
  if (count === 0) return { numerator, denominator };
  if (kind === 'sum') return { numerator, denominator, value: numerator };
  if (compare(denominator, ZERO) === 0) return { numerator, denominator };
  const value = divide(numerator, denominator);
  if (kind === 'share' && (compare(value, ONE) > 0 || compare(value, ZERO) < 0)) {
    throw new RangeError(`${key} is no share: ${numerator.n}/${denominator.n}`);
  }
  return { numerator, denominator, value };
}

function work(entry: Entry<Item>, { pointer, amount, weight = ONE, says }: Contribution): Working {
  return Object.assign(placeOf(entry, pointer), { amount, weight, says });
}

/** What an item gives to a share: it is of the part, or not. */
export function partOf(part: boolean, pointer: string, says: Words): Contribution {
  return { pointer, amount: part ? ONE : ZERO, says };
}

/** A whole number as a fraction. */
export function whole(value: number): Rational {
  return rational(BigInt(value));
}
