import type { Rational } from '../rational.ts';
import type { Claim } from './claim.ts';
import type { Expression } from './expression.ts';
import { bigText, decimalText } from './printed.ts';

const RANK = { '+': 1, '−': 1, '×': 2, '÷': 2 } as const;

/**
 * A working with its numbers in the place of names, as the sentence prints them: `933项 ÷ 948项`.
 * A name that nothing stands for, and `?`, stay as they are.
 */
export function withNumbers(
  expression: Expression,
  { figures }: Claim,
  catalogue: ReadonlyMap<string, Rational>,
): string {
  const shown = new Map([...catalogue].map(([name, value]) => [name, bigText(value)]));
  for (const { name, printed } of figures) shown.set(name, printed.text);
  return written(expression, shown);
}

function written(expression: Expression, shown: ReadonlyMap<string, string>): string {
  switch (expression.kind) {
    case 'number':
      return decimalText(expression.value);
    case 'unknown':
      return '?';
    case 'name':
      return shown.get(expression.name) ?? expression.name;
    case 'call': {
      const items = expression.items.map((each) => written(each, shown)).join('、');
      const equals = expression.equals === undefined ? '' : ` = ${expression.equals}`;
      return `${expression.call}（${items}${equals}）`;
    }
    default: {
      const { sign, left, right } = expression;
      const rank = RANK[sign];
      const before = bracketed(left, rank, shown);
      // a − (b − c) and a ÷ (b × c) need theirs, even among signs of one rank.
      return `${before} ${sign} ${bracketed(right, rank + 1, shown)}`;
    }
  }
}

function bracketed(
  expression: Expression,
  least: number,
  shown: ReadonlyMap<string, string>,
): string {
  const text = written(expression, shown);
  const loose = expression.kind === 'operation' && RANK[expression.sign] < least;
  return loose ? `（${text}）` : text;
}
