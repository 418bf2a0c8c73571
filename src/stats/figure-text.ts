import type { Words } from '../model/words.ts';
import type { FigureSpec, Quotient } from './figure.ts';
import { toPercent, toPlain } from './rational.ts';

/**
 * A figure as every report and page prints it, rounded once: percent with one decimal for a share, a
 * number of at most two decimals with its unit else; undefined where nothing was counted.
 */
export function figureText(
  { kind, unit }: FigureSpec,
  { value }: Quotient,
  tell: (words: Words) => string,
): string | undefined {
  if (value === undefined) return undefined;
  if (kind === 'share') return toPercent(value);
  return `${toPlain(value)}${unit === undefined ? '' : tell(unit)}`;
}
