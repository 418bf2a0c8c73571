import { add, compare, divide, multiply, type Rational, rational, subtract } from '../rational.ts';
import { evaluate, NoValue, type Scope } from './evaluate.ts';
import { type Expression, unknownsIn } from './expression.ts';
import { type Printed, prints } from './printed.ts';

/** Whole numbers that make an expression come out as printed. */
export interface Solution {
  readonly least: bigint;
  readonly most: bigint;
  /** At most three of them, in order. */
  readonly some: readonly bigint[];
  readonly count: bigint;
  /** What would give the printed value exactly; need not be whole. */
  readonly exact: Rational;
}

const HALF = rational(1n, 2n);
const NEAR = 2n;

/** Solves for the one `?`; undefined when no whole number above zero gives the printed value. */
export function solve(
  expression: Expression,
  printed: Printed,
  scope: Scope,
): Solution | undefined {
  if (unknownsIn(expression) !== 1) return undefined;
  const half = multiply(printed.step, HALF);
  const ends = [subtract(printed.value, half), add(printed.value, half)].map((target) =>
    invert(expression, target, scope),
  );
  const [one, other] = ends;
  if (one === undefined || other === undefined) return undefined;
  const [low, high] = compare(one, other) <= 0 ? [one, other] : [other, one];
  const fits = (value: bigint): boolean => matches(expression, printed, scope, value);
  let least = floor(low) - NEAR;
  let most = floor(high) + NEAR;
  if (least < 1n) least = 1n;
  for (let tries = 0n; tries < 2n * NEAR + 1n && !fits(least); tries += 1n) least += 1n;
  for (let tries = 0n; tries < 2n * NEAR + 1n && !fits(most); tries += 1n) most -= 1n;
  if (least > most || !fits(least) || !fits(most)) return undefined;
  const some = [least, least + 1n, least + 2n].filter((value) => value <= most);
  const exact = invert(expression, printed.value, scope) ?? one;
  return { least, most, some, count: most - least + 1n, exact };
}

function matches(expression: Expression, printed: Printed, scope: Scope, value: bigint): boolean {
  try {
    return prints(evaluate(expression, scope, rational(value)), printed);
  } catch (error) {
    if (error instanceof NoValue) return false;
    throw error;
  }
}

/** The number that the unknown would have to be for the expression to have exactly this value. */
function invert(expression: Expression, target: Rational, scope: Scope): Rational | undefined {
  if (expression.kind === 'unknown') return target;
  if (expression.kind !== 'operation') return undefined;
  const { sign, left, right } = expression;
  const onLeft = unknownsIn(left) === 1;
  const known = evaluate(onLeft ? right : left, scope);
  const next = onLeft ? left : right;
  switch (sign) {
    case '+':
      return invert(next, subtract(target, known), scope);
    case '−':
      return invert(next, onLeft ? add(target, known) : subtract(known, target), scope);
    case '×':
      return known.n === 0n ? undefined : invert(next, divide(target, known), scope);
    default:
      if (onLeft) return invert(next, multiply(target, known), scope);
      return target.n === 0n ? undefined : invert(next, divide(known, target), scope);
  }
}

function floor({ n, d }: Rational): bigint {
  return n >= 0n ? n / d : -((-n + d - 1n) / d);
}
