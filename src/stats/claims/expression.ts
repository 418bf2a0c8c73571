import { toHalfWidth } from '../../text/numeral.ts';
import { parseRational, type Rational, rational } from '../rational.ts';

/** What a figure of a sentence is computed from. */
export type Expression =
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'name'; readonly name: string }
  /** `?`: a whole number that the sentence does not say. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'operation';
      readonly sign: '+' | '−' | '×' | '÷';
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'call';
      readonly call: '合计' | '计数' | '平均';
      readonly items: readonly Expression[];
      /** Only rows whose cell is this: 计数(台账.评价 = 好评). */
      readonly equals?: string;
    };

/** An expression that cannot be read, with the part that was not understood. */
export class ExpressionFault extends Error {}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:万|亿)?%?)|([\p{L}_][\p{L}\p{N}_.:-]*)|([?+×*÷/()=、,，-]|−))/uy;
const SIGNS: Record<string, '+' | '−' | '×' | '÷'> = {
  '+': '+',
  '-': '−',
  '−': '−',
  '×': '×',
  '*': '×',
  '÷': '÷',
  '/': '÷',
};
const CALLS = ['合计', '计数', '平均'] as const;

/** In characters, and in digits of a number: no sentence needs more. */
const LONGEST = 2000;
export const LONGEST_NUMBER = 40;
/** Brackets within each other. */
const DEEPEST = 50;

/** Reads `(法定 − 承诺) ÷ 法定`: + − × ÷ with the usual precedence, names, sums, `?`. */
export function parseExpression(text: string): Expression {
  if (text.length > LONGEST) throw new ExpressionFault(`${text.slice(0, 20)}…`);
  const reader = new Reader(tokens(toHalfWidth(text)));
  const expression = reader.sum();
  reader.end();
  return expression;
}

function tokens(text: string): string[] {
  const found: string[] = [];
  const trimmed = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(trimmed);
    if (match === null) throw new ExpressionFault(trimmed.slice(at).trim());
    found.push(match[0].trim());
  }
  return found;
}

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(all: readonly string[]) {
    this.#tokens = all;
  }

  end(): void {
    const left = this.#tokens[this.#at];
    if (left !== undefined) throw new ExpressionFault(left);
  }

  sum(): Expression {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new ExpressionFault('((((…');
    const sum = this.#chain(['+', '−'], () => this.#product());
    this.#depth -= 1;
    return sum;
  }

  #product(): Expression {
    return this.#chain(['×', '÷'], () => this.#single());
  }

  #chain(signs: readonly string[], part: () => Expression): Expression {
    let left = part();
    for (;;) {
      const sign = SIGNS[this.#tokens[this.#at] ?? ''];
      if (sign === undefined || !signs.includes(sign)) return left;
      this.#at += 1;
      left = { kind: 'operation', sign, left, right: part() };
    }
  }

  #single(): Expression {
    const token = this.#tokens[this.#at] ?? '';
    this.#at += 1;
    if (token === '(') {
      const inner = this.sum();
      this.#expect(')');
      return inner;
    }
    if (token === '?') return { kind: 'unknown' };
    if (/^\d/.test(token)) return { kind: 'number', value: numberOf(token) };
    if (!/^[\p{L}_]/u.test(token)) throw new ExpressionFault(token);
    const call = CALLS.find((name) => name === token);
    if (call === undefined || this.#tokens[this.#at] !== '(') return { kind: 'name', name: token };
    this.#at += 1;
    return this.#call(call);
  }

  #call(call: (typeof CALLS)[number]): Expression {
    const items = [this.sum()];
    while (/^[、,，]$/.test(this.#tokens[this.#at] ?? '')) {
      this.#at += 1;
      items.push(this.sum());
    }
    if (this.#tokens[this.#at] !== '=') {
      this.#expect(')');
      return { kind: 'call', call, items };
    }
    const equals = this.#tokens[this.#at + 1] ?? '';
    this.#at += 2;
    this.#expect(')');
    return { kind: 'call', call, items, equals };
  }

  #expect(token: string): void {
    const found = this.#tokens[this.#at];
    if (found !== token) throw new ExpressionFault(found ?? token);
    this.#at += 1;
  }
}

/** 47.7万, 90%, 3. */
function numberOf(token: string): Rational {
  if (token.length > LONGEST_NUMBER) throw new ExpressionFault(`${token.slice(0, 20)}…`);
  const [, digits = '', scale = '', percent = ''] = /^([\d.]+)(万|亿)?(%)?$/.exec(token) ?? [];
  const { n, d } = parseRational(digits) ?? rational(0n);
  const times = scale === '万' ? 10_000n : scale === '亿' ? 100_000_000n : 1n;
  return rational(n * times, d * (percent === '' ? 1n : 100n));
}

/** All names in an expression, each once, in order. */
export function namesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'name':
      return [expression.name];
    case 'operation':
      return [...new Set([...namesIn(expression.left), ...namesIn(expression.right)])];
    case 'call':
      return [...new Set(expression.items.flatMap(namesIn))];
    default:
      return [];
  }
}

/** All plain numbers in an expression. */
export function numbersIn(expression: Expression): readonly Rational[] {
  if (expression.kind === 'number') return [expression.value];
  if (expression.kind === 'call') return expression.items.flatMap(numbersIn);
  if (expression.kind !== 'operation') return [];
  return [...numbersIn(expression.left), ...numbersIn(expression.right)];
}

/** How often the unknown number stands in an expression. */
export function unknownsIn(expression: Expression): number {
  if (expression.kind === 'unknown') return 1;
  if (expression.kind !== 'operation') return 0;
  return unknownsIn(expression.left) + unknownsIn(expression.right);
}

/** The expression with a name replaced by the unknown. */
export function withUnknown(expression: Expression, name: string): Expression {
  if (expression.kind === 'name' && expression.name === name) return { kind: 'unknown' };
  if (expression.kind !== 'operation') return expression;
  const { left, right } = expression;
  return { ...expression, left: withUnknown(left, name), right: withUnknown(right, name) };
}
