import type { Catalog } from '../model/catalog.ts';
import { say } from '../model/words.ts';
import { type Figure, type FigureSpec, measure } from './figure.ts';
import { limitsOf } from './limits.ts';
import type { Place } from './place.ts';
import type { Policy } from './policy.ts';
import { divide, type Rational, subtract } from './rational.ts';
import { type LeftOut, selectItems } from './selection.ts';

/** One item's limits in working days; with 口径 situation, one of its situations. */
export interface Counted extends Place {
  readonly statutory: Rational;
  readonly committed: Rational;
}

/** 时限压缩率: (Σ statutory − Σ committed) ÷ Σ statutory, with all that went into it. */
export interface Compression {
  readonly statutory: Rational;
  readonly committed: Rational;
  /** Absent when nothing was counted. */
  readonly ratio?: Rational;
  readonly counted: readonly Counted[];
  readonly leftOut: readonly LeftOut[];
}

/** The ratio of sums: what the field means by 时限压缩率. */
export const COMPRESSION: FigureSpec = {
  key: 'compression',
  label: say('时限压缩率', 'compression of time limits'),
  kind: 'share',
  limited: true,
  formula: say('(Σ法定 − Σ承诺) ÷ Σ法定', '(Σ statutory − Σ committed) ÷ Σ statutory'),
  judge: ({ value }, { policy }) =>
    limitsOf(value, policy).map((limit) => {
      if ('reason' in limit) return limit;
      const { pointer, statutory, committed, says } = limit;
      return { pointer, says, weight: statutory, amount: subtract(statutory, committed) };
    }),
};

/** The mean of the items' own ratios, in which a short limit weighs as much as a long one. */
export const MEAN_COMPRESSION: FigureSpec = {
  key: 'compression-mean',
  label: say('时限压缩率（逐项平均）', 'mean compression of items'),
  kind: 'share',
  limited: true,
  formula: say('Σ[(法定 − 承诺) ÷ 法定] ÷ 计入项数', 'mean of (statutory − committed) ÷ statutory'),
  judge: ({ value }, { policy }) =>
    limitsOf(value, policy).map((limit) => {
      if ('reason' in limit) return limit;
      const { pointer, statutory, committed, says } = limit;
      return { pointer, says, amount: divide(subtract(statutory, committed), statutory) };
    }),
};

/** Adds up the limits of all items that the 口径 counts; a blank is left out, never zero. */
export function measureCompression(catalog: Catalog, policy: Policy): Compression {
  return compressionFrom(measure(COMPRESSION, selectItems(catalog, policy)));
}

/** The ratio by its figure, with all that went into it. */
export function compressionFrom(figure: Figure): Compression {
  const { numerator, denominator, value, working, leftOut } = figure;
  return {
    statutory: denominator,
    committed: subtract(denominator, numerator),
    ...(value === undefined ? {} : { ratio: value }),
    counted: working.map((one) =>
      Object.assign(one, {
        statutory: one.weight,
        committed: subtract(one.weight, one.amount),
      }),
    ),
    leftOut,
  };
}
