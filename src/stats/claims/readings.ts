import { say, type Words } from '../../model/words.ts';
import type { Policy } from '../policy.ts';
import { multiply, parseRational, type Rational, rational } from '../rational.ts';

/** One way to bring several units of time to one: what each counts, and how that is said. */
export interface Reading {
  /** By unit of time as `timeUnit` names it. */
  readonly factors: ReadonlyMap<string, Rational>;
  /** Absent where nothing had to be converted. */
  readonly note?: Words;
}

const HOURS: Readonly<Record<string, Rational>> = {
  年: rational(8760n),
  月: rational(730n),
  周: rational(168n),
  自然日: rational(24n),
  天: rational(24n),
  小时: rational(1n),
  分钟: rational(1n, 60n),
};

/**
 * The ways to read these units together. Natural units go by the clock and the calendar; beside
 * 工作日 the factors of the 口径 are used. A bare 天 may be a working or a calendar day where the
 * settings do not say which: then there are two ways.
 */
export function readingsOf(units: readonly string[], policy: Policy): readonly Reading[] {
  const used = [...new Set(units)];
  if (used.length < 2) return [{ factors: new Map() }];
  const bare = used.includes('天');
  const decided = policy.units.日;
  const working = (day?: string) => inWorkingDays(used, policy, day);
  if (used.includes('工作日')) {
    if (!bare || decided !== undefined) return [working(decided)].flat();
    return [...working('1'), ...working(policy.units.自然日)];
  }
  if (bare && decided !== undefined) return working(decided);
  const hours = used.some((unit) => unit === '小时' || unit === '分钟');
  return bare && hours ? [byTheClock(used), ...working('1')] : [byTheClock(used)];
}

function byTheClock(units: readonly string[]): Reading {
  const factors = new Map(units.flatMap((unit): [string, Rational][] => pairOf(unit, HOURS[unit])));
  const shown = units.map((unit) => `1${measured(unit)}＝${textOf(factors.get(unit))}小时`);
  return { factors, note: say(`按自然时间，${shown.join('，')}`, shown.join(', ')) };
}

function inWorkingDays(units: readonly string[], policy: Policy, day?: string): Reading[] {
  const found = units.map((unit) => [unit, factorOf(unit, policy, day)] as const);
  const factors = new Map(found.flatMap(([unit, factor]) => pairOf(unit, factor)));
  if (factors.size < units.length) return [];
  const shown = [...factors]
    .filter(([unit]) => unit !== '工作日')
    .map(([unit, factor]) => `1${measured(unit)}＝${textOf(factor)}个工作日`);
  return [{ factors, note: say(`按口径，${shown.join('，')}`, shown.join(', ')) }];
}

function factorOf(unit: string, { units }: Policy, day?: string): Rational | undefined {
  if (unit === '天') return parseRational(day ?? '');
  if (unit === '周') {
    const natural = parseRational(units.自然日 ?? '');
    return natural === undefined ? undefined : multiply(natural, rational(7n));
  }
  const known = Object.entries(units).find(([name]) => name === unit)?.[1];
  return known === undefined ? undefined : parseRational(known);
}

function pairOf(unit: string, factor: Rational | undefined): [string, Rational][] {
  return factor === undefined ? [] : [[unit, factor]];
}

function measured(unit: string): string {
  return /工作日|自然日|小时|月/.test(unit) ? `个${unit}` : unit;
}

function textOf(factor: Rational | undefined): string {
  if (factor === undefined) return '';
  return factor.d === 1n ? `${factor.n}` : `${factor.n}/${factor.d}`;
}
