import type { Words } from '../model/words.ts';
import { CHOICES, type Choice, type Option } from './choices.ts';
import { type Limited, limitsOf } from './limits.ts';
import { APPLIED_FOR, type Policy } from './policy.ts';
import { compare, type Rational, rational } from './rational.ts';

/** The ratio under one 口径. */
export interface Outcome {
  /** Absent when nothing is counted. */
  readonly ratio?: Rational;
  readonly counted: number;
}

/** The ratio when one point of the 口径 is decided otherwise. */
export interface Variant extends Outcome {
  readonly choice: Words;
  readonly option: Words;
  readonly declared: boolean;
}

/** One end of the band and how the 口径 has to be decided to get there. */
export interface BandEnd {
  readonly ratio: Rational;
  readonly counted: number;
  readonly options: readonly { readonly choice: Words; readonly option: Words }[];
}

/** The ratio under every admissible 口径. */
export interface Sensitivity {
  /** How many ways of counting were tried that differ for this catalogue. */
  readonly tried: number;
  readonly low?: BandEnd;
  readonly high?: BandEnd;
  readonly variants: readonly Variant[];
}

/** Tries every combination of the choices that make a difference for some item. */
export function measureSensitivity(tally: LimitTally, policy: Policy): Sensitivity {
  const declared = tally.count(policy);
  const open = CHOICES.map((choice) => differing(choice, policy, tally)).filter(
    ({ options }) => options.length > 1,
  );
  const variants = open.flatMap(({ choice, options }) =>
    options.map(({ says, policy: other }): Variant => {
      const outcome = tally.count(other);
      return { choice: choice.label, option: says, declared: same(outcome, declared), ...outcome };
    }),
  );
  const band = new Band();
  const walk = (index: number, made: Policy, chosen: BandEnd['options']): void => {
    const next = open[index];
    if (next === undefined) band.take(tally.count(made), chosen);
    const options = next?.choice.options(made) ?? [];
    for (const [at, { says, policy: decided }] of options.entries()) {
      if (next?.places.has(at) !== true) continue;
      walk(index + 1, decided, [...chosen, { choice: next.choice.label, option: says }]);
    }
  };
  walk(0, policy, []);
  return { tried: band.tried, ...band.ends(), variants };
}

/** A choice with those of its options that count something else than the ones before. */
interface OpenChoice {
  readonly choice: Choice;
  readonly options: readonly Option[];
  /** Where these stand among all of the choice: the same in every 口径. */
  readonly places: ReadonlySet<number>;
}

/** Options are told apart where everything is counted that any 口径 would count. */
function differing(choice: Choice, policy: Policy, tally: LimitTally): OpenChoice {
  const widest: Policy = {
    ...policy,
    types: [...new Set([...APPLIED_FOR, ...policy.types])],
    states: ['在用', '暂停', '取消'],
    instant: 'as-declared',
    units: { ...policy.units, 日: '1' },
  };
  const selects = choice.key === 'types' || choice.key === 'states';
  const seen = new Set<string>();
  const probes = (['item', 'situation'] as const).map((rows) =>
    choice.options({ ...(selects ? policy : widest), rows }),
  );
  const all = choice.options(policy);
  const places = [...all.keys()].filter((index) => {
    const found = probes.map((ways) => tally.fingerprint(ways[index]?.policy ?? policy)).join('|');
    if (seen.has(found)) return false;
    seen.add(found);
    return true;
  });
  const options = all.filter((_, index) => places.includes(index));
  return { choice, options, places: new Set(places) };
}

function same(a: Outcome, b: Outcome): boolean {
  if (a.counted !== b.counted) return false;
  if (a.ratio === undefined || b.ratio === undefined) return a.ratio === b.ratio;
  return compare(a.ratio, b.ratio) === 0;
}

class Band {
  tried = 0;
  #low: BandEnd | undefined;
  #high: BandEnd | undefined;

  take({ ratio, counted }: Outcome, options: BandEnd['options']): void {
    this.tried += 1;
    if (ratio === undefined) return;
    const end = { ratio, counted, options };
    if (this.#low === undefined || compare(ratio, this.#low.ratio) < 0) this.#low = end;
    if (this.#high === undefined || compare(ratio, this.#high.ratio) > 0) this.#high = end;
  }

  ends(): Pick<Sensitivity, 'low' | 'high'> {
    if (this.#low === undefined || this.#high === undefined) return {};
    return { low: this.#low, high: this.#high };
  }
}

/** Sums the same limits once: items are first put together by all that a 口径 looks at. */
export class LimitTally {
  readonly #kinds = new Map<string, { readonly item: Limited; times: bigint }>();
  readonly #sums = new Map<string, { counted: bigint; statutory: Rational; committed: Rational }>();

  take({ type, state, case: how, limits = {}, situations = [] }: Limited): void {
    const own = situations.map((each) => [each.statutory, each.committed]);
    const key = JSON.stringify([type, state, how, limits.statutory, limits.committed, own]);
    const kind = this.#kinds.get(key);
    if (kind !== undefined) kind.times += 1n;
    else {
      const more = { ...(state && { state }), ...(how && { case: how }) };
      this.#kinds.set(key, { item: { type, limits, situations, ...more }, times: 1n });
    }
  }

  /** What a 口径 gives, as a text to compare. */
  fingerprint(policy: Policy): string {
    const parts: string[] = [];
    for (const [key, { item }] of this.#kinds) {
      const { counted, statutory, committed } = this.#sumOf(key, item, policy);
      parts.push(`${counted}:${statutory.n}/${statutory.d}:${committed.n}/${committed.d}`);
    }
    return parts.join(' ');
  }

  count(policy: Policy): Outcome {
    const { denominator, rows } = this.#scaled(policy);
    let statutory = 0n;
    let committed = 0n;
    let counted = 0n;
    for (const { times, sum } of rows) {
      counted += times * sum.counted;
      statutory += times * sum.statutory.n * (denominator / sum.statutory.d);
      committed += times * sum.committed.n * (denominator / sum.committed.d);
    }
    const ratio = statutory === 0n ? {} : { ratio: rational(statutory - committed, statutory) };
    return { counted: Number(counted), ...ratio };
  }

  #scaled(policy: Policy) {
    let denominator = 1n;
    const rows = [...this.#kinds].map(([key, { item, times }]) => {
      const sum = this.#sumOf(key, item, policy);
      for (const { d } of [sum.statutory, sum.committed]) {
        if (denominator % d !== 0n) denominator = rational(denominator * d, gcd(denominator, d)).n;
      }
      return { times, sum };
    });
    return { denominator, rows };
  }

  #sumOf(key: string, item: Limited, policy: Policy) {
    const counts = policy.types.includes(item.type) && policy.states.includes(item.state ?? '在用');
    const { instant, rows, units } = policy;
    const memo = counts ? `${key}${instant}${rows}${JSON.stringify(units)}` : '';
    const known = this.#sums.get(memo);
    if (known !== undefined) return known;
    const sum = { counted: 0n, statutory: rational(0n), committed: rational(0n) };
    for (const limit of counts ? limitsOf(item, policy) : []) {
      if ('reason' in limit) continue;
      sum.counted += 1n;
      sum.statutory = plus(sum.statutory, limit.statutory);
      sum.committed = plus(sum.committed, limit.committed);
    }
    this.#sums.set(memo, sum);
    return sum;
  }
}

function plus(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
