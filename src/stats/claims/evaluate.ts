import { toHalfWidth } from '../../text/numeral.ts';
import {
  add,
  divide,
  multiply,
  parseRational,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../rational.ts';
import type { Expression } from './expression.ts';

/** A ledger (台账): rows of cells under heads. */
export interface Ledger {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What names in an expression mean. */
export interface Scope {
  /** The value of a figure of the sentence or of the catalogue (目录.事项数). */
  valueOf(name: string): Rational | undefined;
  /** A ledger by its name. */
  ledgerOf(name: string): Ledger | undefined;
}

/** An expression that has no value: a name that nobody defines, a division by zero. */
export class NoValue extends Error {}

/** A division by zero. */
export class DivisionByZero extends NoValue {
  constructor() {
    super('÷ 0');
  }
}

/** The exact value of an expression; `unknown` stands for `?`. */
export function evaluate(expression: Expression, scope: Scope, unknown?: Rational): Rational {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'unknown':
      if (unknown === undefined) throw new NoValue('?');
      return unknown;
    case 'name': {
      const value = scope.valueOf(expression.name);
      if (value === undefined) throw new NoValue(expression.name);
      return value;
    }
    case 'call':
      return callOf(expression, scope);
    default:
      return operate(
        expression.sign,
        evaluate(expression.left, scope, unknown),
        evaluate(expression.right, scope, unknown),
      );
  }
}

function operate(sign: '+' | '−' | '×' | '÷', left: Rational, right: Rational): Rational {
  if (sign === '+') return add(left, right);
  if (sign === '−') return subtract(left, right);
  if (sign === '×') return multiply(left, right);
  if (right.n === 0n) throw new DivisionByZero();
  return divide(left, right);
}

function callOf(
  { call, items, equals }: Extract<Expression, { kind: 'call' }>,
  scope: Scope,
): Rational {
  const [first] = items;
  const name = first?.kind === 'name' ? first.name : '';
  const [ledgerName = '', column] = name.split('.');
  const ledger = scope.ledgerOf(ledgerName);
  if (ledger === undefined || items.length > 1) {
    const values = items.map((each) => evaluate(each, scope));
    return totalOf(call, values);
  }
  if (column === undefined) return rational(BigInt(ledger.rows.length));
  const at = ledger.head.indexOf(column);
  if (at === -1) throw new NoValue(name);
  const cells = ledger.rows.map((row) => (row[at] ?? '').trim());
  const wanted = equals === undefined ? cells : cells.filter((cell) => cell === equals);
  if (call === '计数') {
    return rational(BigInt(wanted.filter((cell) => cell !== '').length));
  }
  return totalOf(
    call,
    wanted.filter((cell) => cell !== '').map((cell) => numberIn(cell, name)),
  );
}

function totalOf(call: '合计' | '计数' | '平均', values: readonly Rational[]): Rational {
  const count = rational(BigInt(values.length));
  if (call === '计数') return count;
  const sum = values.reduce(add, ZERO);
  if (call === '合计') return sum;
  if (values.length === 0) throw new DivisionByZero();
  return divide(sum, count);
}

function numberIn(cell: string, name: string): Rational {
  const value = parseRational(toHalfWidth(cell).replace(/,/g, ''));
  if (value === undefined) throw new NoValue(`${name}：“${cell}”`);
  return value;
}
