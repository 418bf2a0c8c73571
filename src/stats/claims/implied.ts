import { divide, type Rational, rational, subtract, toFixed } from '../rational.ts';
import type { Claim, ClaimFigure } from './claim.ts';
import type { Scope } from './evaluate.ts';
import { type Expression, namesIn, withUnknown } from './expression.ts';
import { type Printed, prints } from './printed.ts';
import { type Solution, solve } from './solve.ts';

const ONE = rational(1n);
const FEW = 3n;

/** Pairs of stated numbers that do give the printed percentage: `a ÷ b`, `1 − a ÷ b`. */
export function fittingPairs(claim: Claim, printed: Printed): readonly string[] {
  const stated = wholeNumbers(claim);
  const found: string[] = [];
  for (const a of stated) {
    for (const b of stated) {
      if (a === b || b.n === 0n) continue;
      const part = divide(a, b);
      if (prints(part, printed)) found.push(`${a.n} ÷ ${b.n}`);
      const rest = subtract(ONE, part);
      if (rest.n > 0n && prints(rest, printed)) {
        found.push(`1 − ${a.n} ÷ ${b.n}`);
      }
    }
  }
  return found;
}

/** What a percentage would take: a whole number over, or under, one of the stated numbers. */
export function neededParts(claim: Claim, printed: Printed, scope: Scope): readonly string[] {
  return wholeNumbers(claim).flatMap((stated) => {
    const number: Expression = { kind: 'number', value: stated };
    const unknown: Expression = { kind: 'unknown' };
    const over = solve(
      { kind: 'operation', sign: '÷', left: unknown, right: number },
      printed,
      scope,
    );
    const under = solve(
      { kind: 'operation', sign: '÷', left: number, right: unknown },
      printed,
      scope,
    );
    return [
      ...fewOf(over).map((value) => `${value} ÷ ${stated.n}`),
      ...fewOf(under).map((value) => `${stated.n} ÷ ${value}`),
    ];
  });
}

/** For each number in an expression, what it would have to be: `单价＝818（800—836）`. */
export function neededOperands(
  expression: Expression,
  printed: Printed,
  scope: Scope,
): readonly string[] {
  return namesIn(expression).flatMap((name) => {
    const solution = solve(withUnknown(expression, name), printed, scope);
    if (solution === undefined) return [];
    return [`${name}＝${exactOf(solution)}${rangeOf(solution)}`];
  });
}

/** The whole numbers that fit, in words: 1224, or 1223—1225（3个数都可以）. */
export function solutionText(solution: Solution): string {
  const { least, most, count } = solution;
  return count === 1n ? `${least}` : `${least}—${most}（${count}个数都可以）`;
}

function exactOf({ exact }: Solution): string {
  return toFixed(exact, 0);
}

function rangeOf({ least, most, count }: Solution): string {
  return count === 1n ? '' : `（${least}—${most}）`;
}

function fewOf(solution: Solution | undefined): readonly bigint[] {
  return solution === undefined || solution.count > FEW ? [] : solution.some;
}

/** Stated whole numbers of the sentence, each once; percentages are not among them. */
function wholeNumbers({ figures }: Claim): readonly Rational[] {
  const found = new Map<bigint, Rational>();
  for (const { printed } of figures) {
    if (!printed.percent && printed.value.d === 1n) found.set(printed.value.n, printed.value);
  }
  return [...found.values()].filter(({ n }) => n > 0n);
}

/** Names of stated figures that an expression uses and that are only a lower or upper bound. */
export function boundsIn(expression: Expression, figures: readonly ClaimFigure[]): boolean {
  const names = namesIn(expression);
  return figures.some(({ name, printed }) => names.includes(name) && printed.bound !== undefined);
}
