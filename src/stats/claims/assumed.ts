import { say } from '../../model/words.ts';
import { parseRational } from '../rational.ts';
import type { Claim, ClaimFigure, Ruling } from './claim.ts';
import { DivisionByZero, evaluate, type Scope } from './evaluate.ts';
import { type Expression, unknownsIn } from './expression.ts';
import { solutionText } from './implied.ts';
import { type Printed, prints } from './printed.ts';
import { solve } from './solve.ts';

/**
 * A figure that depends on a way of counting the sentence leaves open: it contradicts itself where
 * no way gives it, and needs the way to be stated where only some do.
 */
export function judgeAssumed(
  { printed, is }: ClaimFigure,
  { name, values }: NonNullable<Claim['assume']>,
  scope: Scope,
): Ruling {
  const tried = values.map((value) => ({
    value,
    outcome: tryWith(value, name, printed, is, scope),
  }));
  const text = tried
    .map(({ value, outcome }) => `${name}＝${value}时${outcome ?? `得不到 ${printed.text}`}`)
    .join('；');
  const holding = tried.filter(({ outcome }) => outcome !== undefined).length;
  if (holding === tried.length) return { verdict: '一致', level: 'pass', why: say(text, text) };
  const zh = holding === 0 ? `怎样计都不成立：${text}` : `要写明怎样计：${text}`;
  return { verdict: '相互矛盾', level: holding === 0 ? 'fail' : 'warn', why: say(zh, text) };
}

/** What the figure takes when the open point is decided so; undefined when it cannot be. */
function tryWith(
  value: string,
  name: string,
  printed: Printed,
  is: ClaimFigure['is'],
  scope: Scope,
): string | undefined {
  const decided = parseRational(value);
  if (is === undefined || decided === undefined) return undefined;
  const own: Scope = {
    ...scope,
    valueOf: (asked) => (asked === name ? decided : scope.valueOf(asked)),
  };
  if (unknownsIn(is.expression) > 0) {
    const solution = solve(is.expression, printed, own);
    return solution === undefined ? undefined : `需要 ${solutionText(solution)}`;
  }
  return holds(is.expression, printed, own) ? '成立' : undefined;
}

function holds(expression: Expression, printed: Printed, scope: Scope): boolean {
  try {
    return prints(evaluate(expression, scope), printed);
  } catch (error) {
    if (error instanceof DivisionByZero) return false;
    throw error;
  }
}
