import { say, type Words } from '../../model/words.ts';
import type { Policy } from '../policy.ts';
import { compare, multiply, type Rational, rational } from '../rational.ts';
import type { Claim, ClaimFigure, Level, Ruling } from './claim.ts';
import { DivisionByZero, evaluate, type Scope } from './evaluate.ts';
import { type Expression, namesIn } from './expression.ts';
import { boundsIn, fittingPairs, neededOperands, neededParts } from './implied.ts';
import { bigText, type Printed, prints, writeLike } from './printed.ts';
import { type Reading, readingsOf } from './readings.ts';
import { timeUnit } from './unit.ts';
import { fitsVaguely } from './vague.ts';

/** What a working comes to, in the unit of the figure, with how its units were converted. */
interface Outcome {
  readonly value: Rational;
  readonly working: string;
  readonly note?: Words;
}

/** Compares a figure, each end of a range, with what its working comes to. */
export function* judgeComputed(
  figure: ClaimFigure,
  claim: Claim,
  scope: Scope,
  policy: Policy,
): Generator<Ruling> {
  const { printed, is } = figure;
  if (is === undefined) return;
  const [from, to] = is.text.split(/\s至\s/);
  const ends: readonly [Expression, string, Printed][] =
    is.upTo === undefined || printed.upTo === undefined
      ? [[is.expression, is.text, printed]]
      : [
          [is.expression, from ?? '', single(printed, printed.value)],
          [is.upTo, to ?? '', single(printed, printed.upTo)],
        ];
  for (const [expression, text, end] of ends) {
    const outcomes = outcomesOf(expression, text, end, claim, scope, policy);
    if (outcomes.length === 0) yield* withoutValue(is.text);
    else
      yield* best(outcomes.map((each) => [...judgeOutcome(end, expression, each, claim, scope)]));
  }
}

function single({ upTo: _, ...printed }: Printed, value: Rational): Printed {
  return { ...printed, value };
}

/** Where a bare 天 can be read in two ways, the way that holds. */
function best(found: readonly (readonly Ruling[])[]): readonly Ruling[] {
  return found.find((rulings) => rulings.every(({ level }) => level === 'pass')) ?? found[0] ?? [];
}

function* withoutValue(text: string): Generator<Ruling> {
  const why = say(`${text} 的分母为0，或者单位不能换算`, `${text}: division by zero, or units`);
  yield { verdict: '推不出来', level: 'fail', why };
}

function outcomesOf(
  expression: Expression,
  text: string,
  printed: Printed,
  claim: Claim,
  scope: Scope,
  policy: Policy,
): readonly Outcome[] {
  const units = unitsOf(expression, claim);
  const own = timeUnit(printed.unit);
  const all = own === undefined ? [...units.values()] : [...units.values(), own];
  return readingsOf(all, policy).flatMap((reading) => {
    try {
      const value = evaluate(expression, converted(scope, units, reading));
      const factor = own === undefined ? undefined : reading.factors.get(own);
      const shown = factor === undefined ? value : multiply(value, rational(factor.d, factor.n));
      const working = `${text} ＝ ${exactText(shown, printed)}`;
      return [
        { value: shown, working, ...(reading.note === undefined ? {} : { note: reading.note }) },
      ];
    } catch (error) {
      if (error instanceof DivisionByZero) return [];
      throw error;
    }
  });
}

/** Units of time by the names of an expression; sums of the catalogue are in working days. */
function unitsOf(expression: Expression, { figures }: Claim): ReadonlyMap<string, string> {
  const printed = new Map(figures.map((each) => [each.name, timeUnit(each.printed.unit)]));
  const units = new Map<string, string>();
  for (const name of namesIn(expression)) {
    const unit = /^目录\..{2}合计$/.test(name) ? '工作日' : printed.get(name);
    if (unit !== undefined) units.set(name, unit);
  }
  return units;
}

function converted(scope: Scope, units: ReadonlyMap<string, string>, reading: Reading): Scope {
  return {
    ...scope,
    valueOf: (name) => {
      const value = scope.valueOf(name);
      const factor = reading.factors.get(units.get(name) ?? '');
      return value === undefined || factor === undefined ? value : multiply(value, factor);
    },
  };
}

/** At least one decimal where the sentence itself is not exact. */
function exactText(value: Rational, printed: Printed): string {
  if (!printed.percent) return bigText(value);
  const loose =
    printed.bound !== undefined || printed.vague !== undefined || isWhole(printed.value);
  const fine = rational(1n, 1000n);
  const step = loose && compare(printed.step, fine) > 0 ? fine : printed.step;
  const near = isWhole(printed.value) && prints(value, { ...printed, step });
  return writeLike(value, { ...printed, step: near ? rational(1n, 100_000n) : step });
}

/** 100 % is all, 0 % none: a printed whole is not the rest of a rounding. */
function isWhole(value: Rational): boolean {
  return value.n === 0n || compare(value, rational(1n)) === 0;
}

function* judgeOutcome(
  printed: Printed,
  expression: Expression,
  { value, working: bare, note }: Outcome,
  claim: Claim,
  scope: Scope,
): Generator<Ruling> {
  const working = note === undefined ? bare : `${bare}（${note.zh}）`;
  if (printed.upTo !== undefined) {
    yield judgeRange(printed, printed.upTo, value, working);
  } else if (printed.bound !== undefined) yield judgeBound(printed, value, working);
  else if (printed.vague !== undefined) {
    yield* judgeVague(printed, expression, value, working, claim, scope);
  } else if (prints(value, printed) && !isAlmost(printed, value)) {
    yield { verdict: '一致', level: 'pass', why: say(working, working) };
  } else yield* judgeDifferent(printed, expression, claim, scope, working);
}

/** 194534 of 194543 is not 100 %, nor is 1 of 300 none. */
function isAlmost({ percent, value: printed }: Printed, value: Rational): boolean {
  return percent && isWhole(printed) && compare(value, printed) !== 0;
}

function judgeRange(printed: Printed, upTo: Rational, value: Rational, working: string): Ruling {
  const inside = compare(value, printed.value) >= 0 && compare(value, upTo) <= 0;
  const why = say(working, working);
  return inside
    ? { verdict: '一致', level: 'pass', why }
    : { verdict: '不一致', level: 'fail', why };
}

function judgeBound({ bound, strict, value: printed }: Printed, value: Rational, working: string) {
  const order = bound === 'at-least' ? compare(value, printed) : compare(printed, value);
  const holds = strict === true ? order > 0 : order >= 0;
  const word = bound === 'at-least' ? '下限' : '上限';
  if (!holds) {
    const equal = order === 0 ? '，正好相等，不算超过或者低于' : '';
    const ruling: Ruling = {
      verdict: '不一致',
      level: 'fail',
      why: say(working + equal, working + (order === 0 ? ', just equal' : '')),
    };
    return ruling;
  }
  const why = say(`作为${word}成立，精确的数是 ${working}`, `holds as a bound: ${working}`);
  const ruling: Ruling = { verdict: '一致', level: 'pass', why };
  return ruling;
}

function* judgeVague(
  printed: Printed,
  expression: Expression,
  value: Rational,
  working: string,
  claim: Claim,
  scope: Scope,
): Generator<Ruling> {
  const fits = fitsVaguely(value, printed);
  if (fits === 'exact') {
    const why = say(`“${printed.vague}”可以写成精确的数：${working}`, `exact: ${working}`);
    yield { verdict: '表述不精确', level: 'warn', why };
  } else if (fits === 'fits') yield { verdict: '一致', level: 'pass', why: say(working, working) };
  else yield* judgeDifferent(printed, expression, claim, scope, working);
}

function* judgeDifferent(
  printed: Printed,
  expression: Expression,
  claim: Claim,
  scope: Scope,
  working: string,
): Generator<Ruling> {
  const directed = /[近余多几]/.test(printed.vague ?? '');
  const vague = printed.vague !== undefined && (!directed || boundsIn(expression, claim.figures));
  const level: Level = vague ? 'warn' : 'fail';
  const pairs = printed.percent ? fittingPairs(claim, printed) : [];
  if (!vague) {
    const hint = pairs.length === 0 ? '' : `；${pairs.join('、')} 才得到 ${printed.text}`;
    yield { verdict: '不一致', level, why: say(working + hint, working + hint) };
  }
  if (pairs.length > 0 || (!printed.percent && !vague)) return;
  const needs = printed.percent
    ? neededParts(claim, printed, scope)
    : neededOperands(expression, printed, scope);
  const only = boundsIn(expression, claim.figures) ? '按所列数字只能推出这个界限：' : '';
  const zh = needs.length === 0 ? '没有整数可以得到' : needs.join('、');
  const why = say(
    `${only}${working}；要得到 ${printed.text} 需要 ${zh}`,
    `${working}; ${printed.text} needs ${needs.join(', ') || 'what no whole number gives'}`,
  );
  yield { verdict: '推不出来', level, why };
}
