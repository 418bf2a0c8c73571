import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { type FigureSpec, type Quotient, quotientOf } from './figure.ts';
import { completenessFigure, type ElementStandard } from './figures/completeness.ts';
import { FIGURES } from './figures/index.ts';
import { openPolicy, policyOf } from './policy.ts';
import { add, type Rational, rational, ZERO } from './rational.ts';
import { selectItems } from './selection.ts';

/**
 * What one item gives to every figure, in their order: `amount weight count` with exact fractions
 * (`7/2 1 1`), empty where it does not count. Plain texts, so that parts of a catalogue that were
 * measured apart add up to what the whole gives.
 */
export type Tally = readonly string[];

/** The figures of a catalogue: those of the program and one a standard of completeness. */
export function figureSpecs(standards: readonly ElementStandard[]): readonly FigureSpec[] {
  return [...FIGURES, ...standards.map(completenessFigure)];
}

/** Measures one item under the catalogue's own 口径. */
export function tallyItem(
  entry: Entry<Item>,
  catalog: Catalog,
  specs: readonly FigureSpec[],
): Tally {
  const { counting, calendar } = catalog.settings.value;
  const policy = policyOf(counting, calendar?.hours);
  const limited = selectItems(catalog, policy, [entry]);
  const open = selectItems(catalog, openPolicy(policy), [entry]);
  return specs.map((spec) => {
    const selection = spec.limited === true ? limited : open;
    if (selection.items.length === 0) return '';
    let [amount, weight, count] = [ZERO, ZERO, 0];
    for (const one of [spec.judge(entry, selection)].flat()) {
      if ('reason' in one) continue;
      amount = add(amount, one.amount);
      weight = add(weight, one.weight ?? ONE);
      count += 1;
    }
    return count === 0 ? '' : `${written(amount)} ${written(weight)} ${count}`;
  });
}

/** A figure with its value, added up from what items give. */
export interface TalliedFigure extends Quotient {
  readonly spec: FigureSpec;
}

/** Adds up what items give to each figure. */
export function addTallies(
  tallies: Iterable<Tally>,
  specs: readonly FigureSpec[],
): readonly TalliedFigure[] {
  const sums = specs.map(() => new Sum());
  for (const tally of tallies) {
    for (const [at, text] of tally.entries()) sums[at]?.take(text);
  }
  return specs.map((spec, at) => {
    const { amount, weight, count } = sums[at]?.total() ?? NOTHING;
    return { spec, ...quotientOf(spec, amount, weight, count) };
  });
}

const ONE = rational(1n);
const NOTHING = { amount: ZERO, weight: ZERO, count: 0 };

/** Whole numbers are added as such; only fractions need a common denominator. */
class Sum {
  #whole = [0, 0];
  #rest: [Rational, Rational] = [ZERO, ZERO];
  #count = 0;

  take(text: string): void {
    if (text === '') return;
    const [amount = '0', weight = '0', count = '0'] = text.split(' ');
    this.#add(0, amount);
    this.#add(1, weight);
    this.#count += Number(count);
  }

  #add(at: 0 | 1, text: string): void {
    if (/^\d{1,9}$/.test(text)) this.#whole[at] = (this.#whole[at] ?? 0) + Number(text);
    else this.#rest[at] = add(this.#rest[at], fraction(text));
  }

  total(): { amount: Rational; weight: Rational; count: number } {
    const of = (at: 0 | 1): Rational => add(rational(BigInt(this.#whole[at] ?? 0)), this.#rest[at]);
    return { amount: of(0), weight: of(1), count: this.#count };
  }
}

function fraction(text: string): Rational {
  const [n = '0', d = '1'] = text.split('/');
  return rational(BigInt(n), BigInt(d));
}

function written({ n, d }: Rational): string {
  return d === 1n ? String(n) : `${n}/${d}`;
}
