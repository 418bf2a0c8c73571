import type { Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { type Place, placeOf } from './place.ts';
import { add, compare, divide, type Rational, rational, ZERO } from './rational.ts';
import {
  type Counting,
  type LeftOut,
  type Omission,
  omissionOf,
  out,
  type Selection,
} from './selection.ts';

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
  /** Whether the settings may exempt items from it, which are listed beside it. */
  readonly exempts?: true;
  /** How it is computed, in words. */
  readonly formula: Words;
  judge(
    entry: Entry<Item>,
    counting: Counting,
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

/** What a figure comes to, of how many. */
export interface Total extends Quotient {
  readonly spec: FigureSpec;
  /** How much was counted and how much left out. */
  readonly counted: number;
  readonly omitted: number;
}

/** A figure with what went into it, as far as that is asked for. */
export interface Figure extends Total {
  /** Why so many were left out: the reasons without what they quote. */
  readonly reasons: readonly { readonly reason: Words; readonly count: number }[];
  readonly working: readonly Working[];
  readonly leftOut: readonly LeftOut[];
}

const ONE = rational(1n);

/** What an item gives to a figure, or why it gives nothing; several with 口径 situation. */
export type Judged = readonly (Contribution | Omission)[];

/** Judges an item, whether or not the 口径 counts it. */
export function judge(spec: FigureSpec, entry: Entry<Item>, counting: Counting): Judged {
  const omission = omissionOf(entry.value, counting.policy);
  return omission === undefined ? [spec.judge(entry, counting)].flat() : [omission];
}

/** Adds up fractions; whole numbers are added as such, and need no common denominator. */
class Adder {
  #units = 0n;
  #rest = ZERO;

  add(value: Rational): void {
    if (value.d === 1n) this.#units += value.n;
    else this.#rest = add(this.#rest, value);
  }

  get total(): Rational {
    return add(rational(this.#units), this.#rest);
  }
}

/** Adds up what was judged: of all items, or of a part of them. */
export class Sum {
  readonly #amount = new Adder();
  readonly #weight = new Adder();
  #counted = 0;
  #omitted = 0;

  take(judged: Judged): void {
    for (const one of judged) {
      if ('reason' in one) this.#omitted += 1;
      else {
        this.#amount.add(one.amount);
        this.#weight.add(one.weight ?? ONE);
        this.#counted += 1;
      }
    }
  }

  total(spec: FigureSpec): Total {
    const quotient = quotientOf(spec, this.#amount.total, this.#weight.total, this.#counted);
    return { spec, ...quotient, counted: this.#counted, omitted: this.#omitted };
  }
}

/** Computes a figure item by item; exact, never above one for a share. */
export class FigureCount {
  readonly spec: FigureSpec;
  readonly #keeps: boolean;
  readonly #sum = new Sum();
  readonly #reasons = new Map<string, { readonly reason: Words; count: number }>();
  readonly #working: Working[] = [];
  readonly #leftOut: LeftOut[] = [];

  /** It keeps what went into it, or only adds that up. */
  constructor(spec: FigureSpec, keeps: boolean) {
    this.spec = spec;
    this.#keeps = keeps;
  }

  take(entry: Entry<Item>, judged: Judged): void {
    this.#sum.take(judged);
    for (const one of judged) {
      if ('reason' in one) this.#note(one.reason);
      if (!this.#keeps) continue;
      if ('reason' in one) this.#leftOut.push(out(entry, one));
      else this.#working.push(work(entry, one));
    }
  }

  /** Leaves out an item that was not judged. */
  leaveOut(one: LeftOut): void {
    this.#sum.take([{ pointer: '', reason: one.reason }]);
    this.#note(one.reason);
    this.#leftOut.push(one);
  }

  get figure(): Figure {
    const leftOut = [...this.#leftOut].sort(byPath);
    const reasons = [...this.#reasons.values()];
    return { ...this.#sum.total(this.spec), reasons, working: this.#working, leftOut };
  }

  #note({ zh, en }: Words): void {
    const reason = say(withoutQuotes(zh), withoutQuotes(en));
    const known = this.#reasons.get(reason.zh);
    if (known === undefined) this.#reasons.set(reason.zh, { reason, count: 1 });
    else known.count += 1;
  }
}

function byPath(a: LeftOut, b: LeftOut): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function withoutQuotes(text: string): string {
  return text.replace(/[：:]?\s*“[^”]*”/g, '');
}

/** Computes a figure over the selected items, with all that goes into it. */
export function measure(spec: FigureSpec, selection: Selection): Figure {
  const count = new FigureCount(spec, true);
  for (const entry of selection.items) count.take(entry, judge(spec, entry, selection));
  for (const one of selection.leftOut) count.leaveOut(one);
  return count.figure;
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
