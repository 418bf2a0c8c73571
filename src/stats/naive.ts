import type { Item } from '../model/schema.gen.ts';
import { parseDuration } from '../text/duration.ts';
import { isPlaceholder } from '../text/placeholders.ts';
import {
  add,
  compare,
  divide,
  parseRational,
  type Rational,
  rational,
  subtract,
  ZERO,
} from './rational.ts';

/** What a query gives that adds numbers up and looks at nothing else. */
export interface Naive {
  readonly statutory: Rational;
  readonly committed: Rational;
  readonly ratio?: Rational;
  readonly counted: number;
}

const BLANK = rational(1n);
const NONE = rational(500n);

/**
 * The query seen in running systems, for comparison: numbers without their units, a blank as 1 and
 * “无” as 500, items of every type and state.
 */
export class NaiveCount {
  #statutory = ZERO;
  #committed = ZERO;
  #counted = 0;

  take(item: Item): void {
    this.#statutory = add(this.#statutory, rawNumber(item, 'statutory'));
    this.#committed = add(this.#committed, rawNumber(item, 'committed'));
    this.#counted += 1;
  }

  get naive(): Naive {
    const [statutory, committed] = [this.#statutory, this.#committed];
    const some = compare(statutory, ZERO) > 0;
    const ratio = some ? { ratio: divide(subtract(statutory, committed), statutory) } : {};
    return { statutory, committed, ...ratio, counted: this.#counted };
  }
}

function rawNumber({ limits = {} }: Item, which: 'statutory' | 'committed'): Rational {
  const duration = parseDuration(limits[which] ?? '');
  if (duration !== undefined) return parseRational(String(duration.amount)) ?? BLANK;
  const note = limits[`${which}_note`];
  return note !== undefined && isPlaceholder(note) ? NONE : BLANK;
}
