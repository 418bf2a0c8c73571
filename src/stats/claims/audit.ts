import { say } from '../../model/words.ts';
import { compare, type Rational, rational } from '../rational.ts';
import { judgeAssumed } from './assumed.ts';
import type { Claim, ClaimAudit, ClaimFigure, FigureAudit, Level, Ruling } from './claim.ts';
import { DivisionByZero, evaluate, type Ledger, type Scope } from './evaluate.ts';
import { namesIn, unknownsIn } from './expression.ts';
import { boundsIn, fittingPairs, neededOperands, neededParts, solutionText } from './implied.ts';
import { bigText, type Printed, roundLike, writeLike } from './printed.ts';
import { solve } from './solve.ts';

/** What claims may refer to besides their own figures. */
export interface AuditWorld {
  /** Figures of the catalogue by name, such as 目录.事项数. */
  readonly catalogue: ReadonlyMap<string, Rational>;
  readonly ledgers: ReadonlyMap<string, Ledger>;
}

const GRAVITY: Record<Level, number> = { pass: 0, warn: 1, fail: 2 };

/** Recomputes every figure of a sentence to the precision it is printed with. */
export function auditClaim(claim: Claim, world: AuditWorld): ClaimAudit {
  const scope = scopeOf(claim, world);
  const figures = claim.figures.map((figure): FigureAudit => {
    const rulings = [...judge(figure, claim, scope)];
    rulings.sort((a, b) => GRAVITY[b.level] - GRAVITY[a.level]);
    return { figure, rulings };
  });
  const all = figures.flatMap(({ rulings }) => rulings);
  return { claim, figures, level: gravest(all.map(({ level }) => level)) };
}

/** The gravest of several levels. */
export function gravest(levels: readonly Level[]): Level {
  return levels.reduce((worst, level) => (GRAVITY[level] > GRAVITY[worst] ? level : worst), 'pass');
}

function scopeOf({ figures }: Claim, { catalogue, ledgers }: AuditWorld): Scope {
  const own = new Map(figures.map(({ name, printed }) => [name, printed.value]));
  return {
    valueOf: (name) => own.get(name) ?? catalogue.get(name),
    ledgerOf: (name) => ledgers.get(name),
  };
}

function* judge(figure: ClaimFigure, claim: Claim, scope: Scope): Generator<Ruling> {
  const { printed, is, growth } = figure;
  if (printed.percent && !growth && compare(printed.value, rational(1n)) > 0) {
    const why = say('占比、完成率不能超过100%', 'a share cannot exceed 100 %');
    yield { verdict: '超过100%', level: 'fail', why };
  }
  if (is === undefined) yield judgeStated(figure);
  else if (claim.assume !== undefined && namesIn(is.expression).includes(claim.assume.name)) {
    yield judgeAssumed(figure, claim.assume, scope);
  } else if (unknownsIn(is.expression) > 0) yield judgeUnknown(figure, scope);
  else yield* judgeComputed(figure, claim, scope);
}

function judgeStated({ printed: { text, vague, bound } }: ClaimFigure): Ruling {
  const word =
    vague ?? (bound === undefined ? undefined : /以上|以下|不少于|超过|不超过/.exec(text)?.[0]);
  if (word === undefined || (bound !== undefined && vague === undefined && /^不/.test(word))) {
    return { verdict: '已列', level: 'pass', why: say('原文列出的数', 'stated') };
  }
  const why = say(`“${word}”说不清是多少，要写精确的数`, `“${word}” is vague: print the number`);
  return { verdict: '表述不精确', level: 'warn', why };
}

function judgeUnknown({ printed, is }: ClaimFigure, scope: Scope): Ruling {
  const expression = is?.expression ?? { kind: 'unknown' as const };
  const solution = solve(expression, printed, scope);
  if (solution === undefined) {
    const zh = `没有一个整数能使 ${is?.text} 等于 ${printed.text}`;
    const why = say(zh, `no whole number makes ${is?.text} equal ${printed.text}`);
    return { verdict: '无法由所列数字推出', level: 'fail', why };
  }
  const text = solutionText(solution);
  const why = say(`${is?.text} 中没有列出的数是 ${text}`, `the number not stated is ${text}`);
  return { verdict: '一致', level: 'pass', why };
}

function* judgeComputed(figure: ClaimFigure, claim: Claim, scope: Scope): Generator<Ruling> {
  const { printed, is } = figure;
  if (is === undefined) return;
  let value: Rational;
  try {
    value = evaluate(is.expression, scope);
  } catch (error) {
    if (!(error instanceof DivisionByZero)) throw error;
    const why = say('分母为0', 'division by zero');
    yield { verdict: '无法由所列数字推出', level: 'fail', why };
    return;
  }
  const working = `${is.text} ＝ ${exactText(value, printed)}`;
  if (printed.bound !== undefined) {
    yield judgeBound(figure, value, working);
    return;
  }
  const equal = compare(roundLike(value, printed), printed.value) === 0;
  if (equal && printed.vague === undefined) {
    yield { verdict: '一致', level: 'pass', why: say(working, working) };
  } else if (equal) {
    const why = say(`“${printed.vague}”可以写成精确的数：${working}`, `exact: ${working}`);
    yield { verdict: '表述不精确', level: 'warn', why };
  } else yield* judgeDifferent(figure, claim, scope, working);
}

/** At least one decimal where the sentence itself is not exact. */
function exactText(value: Rational, printed: Printed): string {
  if (!printed.percent) return bigText(value);
  const loose = printed.bound !== undefined || printed.vague !== undefined;
  const fine = rational(1n, 1000n);
  const step = loose && compare(printed.step, fine) > 0 ? fine : printed.step;
  return writeLike(value, { ...printed, step });
}

function judgeBound({ printed }: ClaimFigure, value: Rational, working: string): Ruling {
  const order = compare(value, printed.value);
  const holds = printed.bound === 'at-least' ? order >= 0 : order <= 0;
  const word = printed.bound === 'at-least' ? '下限' : '上限';
  if (!holds) return { verdict: '不一致', level: 'fail', why: say(working, working) };
  const why = say(`作为${word}成立，精确的数是 ${working}`, `holds as a bound: ${working}`);
  return { verdict: '一致', level: 'pass', why };
}

function* judgeDifferent(
  { printed, is }: ClaimFigure,
  claim: Claim,
  scope: Scope,
  working: string,
): Generator<Ruling> {
  if (is === undefined) return;
  const vague = printed.vague !== undefined;
  const level: Level = vague ? 'warn' : 'fail';
  const pairs = printed.percent ? fittingPairs(claim, printed) : [];
  if (!vague) {
    const hint = pairs.length === 0 ? '' : `；${pairs.join('、')} 才得到 ${printed.text}`;
    yield { verdict: '不一致', level, why: say(working + hint, working + hint) };
  }
  if (pairs.length > 0 || (!printed.percent && !vague)) return;
  const needs = printed.percent
    ? neededParts(claim, printed, scope)
    : neededOperands(is.expression, printed, scope);
  const only = boundsIn(is.expression, claim.figures) ? '按所列数字只能推出这个界限：' : '';
  const zh = needs.length === 0 ? '没有整数可以得到' : needs.join('、');
  const why = say(
    `${only}${working}；要得到 ${printed.text} 需要 ${zh}`,
    `${working}; ${printed.text} needs ${needs.join(', ') || 'what no whole number gives'}`,
  );
  yield { verdict: '无法由所列数字推出', level, why };
}
