import { say, type Words } from '../../model/words.ts';
import { add, compare, multiply, type Rational, rational } from '../rational.ts';
import type { Claim, ClaimFigure } from './claim.ts';
import { evaluate, NoValue, type Scope } from './evaluate.ts';
import { type Expression, namesIn, numbersIn, unknownsIn } from './expression.ts';
import { kindOf, type UnitKind } from './unit.ts';

/**
 * Why a working proves nothing: it rests on the figure itself, on no figure at all, or comes to
 * the same whatever its figures are (a ÷ a). Undefined for a working that proves something.
 */
export function emptiness(figure: ClaimFigure, claim: Claim, scope: Scope): Words | undefined {
  const { is, name } = figure;
  if (is === undefined) return say('没有算式', 'there is no working');
  const names = namesIn(is.expression);
  if (names.includes(name)) {
    return say(`算式用到了“${name}”自己，证明不了它`, `the working rests on “${name}” itself`);
  }
  if (names.length === 0 && !restsOnStated(figure, claim)) {
    return say('算式里没有原文的数，是常数，一致也不算核对', 'the working is a constant');
  }
  if (unknownsIn(is.expression) > 0 || names.length === 0) return undefined;
  if (names.some((each) => changes(is.expression, each, scope))) return undefined;
  return say('算式恒等，换成别的数也成立', 'the working holds whatever its figures are');
}

/** Whether a working of plain numbers uses one that the sentence states elsewhere. */
function restsOnStated(figure: ClaimFigure, { figures }: Claim): boolean {
  const others = figures.filter((each) => each !== figure && each.is === undefined);
  const used = figure.is === undefined ? [] : numbersIn(figure.is.expression);
  return (
    used.length > 1 &&
    used.some((number) => others.some(({ printed }) => compare(number, printed.value) === 0))
  );
}

/** Whether the value of an expression follows that of a name; a ledger is always followed. */
function changes(expression: Expression, name: string, scope: Scope): boolean {
  const other = (value: Rational) => add(multiply(value, rational(3n)), rational(7n));
  try {
    if (scope.ledgerOf(name.split('.')[0] ?? '') !== undefined) return true;
    const moved: Scope = {
      ...scope,
      valueOf: (asked) => {
        const value = scope.valueOf(asked);
        return asked === name && value !== undefined ? other(value) : value;
      },
    };
    return compare(evaluate(expression, scope), evaluate(expression, moved)) !== 0;
  } catch (error) {
    if (error instanceof NoValue) return true;
    throw error;
  }
}

/** Figures of unlike units that an expression adds up, in words; undefined when all are alike. */
export function unlikeUnits(figure: ClaimFigure, claim: Claim): Words | undefined {
  if (figure.is === undefined) return undefined;
  const units = new Map(claim.figures.map((each) => [each.name, each.printed]));
  const found: { clash?: readonly [string, string] } = {};
  const kindOfName = (name: string): Kinds => {
    const printed = units.get(name);
    if (printed === undefined) return { kind: 'open', unit: '' };
    return printed.percent
      ? { kind: 'share', unit: '%' }
      : { kind: kindOf(printed.unit), unit: printed.unit };
  };
  const own = kindIn(figure.is.expression, kindOfName, found);
  const { printed } = figure;
  const said: UnitKind = printed.percent ? 'share' : kindOf(printed.unit);
  if (found.clash === undefined && own.kind !== said && own.kind !== 'open' && said !== 'open') {
    const [one, other] = [own.unit || own.kind, printed.percent ? '%' : printed.unit];
    if (clashes(own.kind, said)) return unlike(one, other, '算出来的', 'computed and printed');
  }
  const [a, b] = found.clash ?? [];
  return a === undefined || b === undefined ? undefined : unlike(a, b, '相加减的', 'added');
}

interface Kinds {
  readonly kind: UnitKind;
  readonly unit: string;
}

const OPEN: Kinds = { kind: 'open', unit: '' };

function kindIn(
  expression: Expression,
  ofName: (name: string) => Kinds,
  found: { clash?: readonly [string, string] },
): Kinds {
  if (expression.kind === 'name') return ofName(expression.name);
  if (expression.kind === 'call') {
    const parts = expression.items.map((each) => kindIn(each, ofName, found));
    return expression.call === '计数' ? OPEN : parts.reduce((a, b) => joined(a, b, found), OPEN);
  }
  if (expression.kind !== 'operation') return OPEN;
  const left = kindIn(expression.left, ofName, found);
  const right = kindIn(expression.right, ofName, found);
  if (expression.sign === '+' || expression.sign === '−') return joined(left, right, found);
  if (expression.sign === '÷') return left.kind === right.kind ? OPEN : divided(left, right);
  return left.kind === 'money' ? left : right.kind === 'money' ? right : OPEN;
}

/** Money by piece is money; anything else that is divided may be called as one likes. */
function divided(left: Kinds, right: Kinds): Kinds {
  return left.kind === 'money' && right.kind !== 'share' ? left : OPEN;
}

function joined(a: Kinds, b: Kinds, found: { clash?: readonly [string, string] }): Kinds {
  if (a.kind === 'open') return b;
  if (b.kind === 'open') return a;
  if (clashes(a.kind, b.kind)) found.clash ??= [a.unit, b.unit];
  return a;
}

function clashes(a: UnitKind, b: UnitKind): boolean {
  return a !== b && a !== 'open' && b !== 'open';
}

function unlike(one: string, other: string, zh: string, en: string): Words {
  return say(`${zh}单位不同：${one}、${other}`, `unlike units ${en}: ${one}, ${other}`);
}
