import type { Shape } from '../../guide/drawing-block.ts';
import { greyOf } from '../drawing-svg.ts';
import { addressOf, encodePath, headTitle, isCurrent } from './address.ts';

/** What templates may call beside what Handlebars brings; each takes all of its arguments. */
export const FUNCTIONS = {
  addressOf,
  encodePath,
  headTitle,
  isCurrent,
  partialOf: (kind: string): string => `block-${kind}`,
  isNarrow: (columns: readonly unknown[]): boolean => columns.length <= 3,
  isShape: ({ shape }: Shape, kind: string): boolean => shape === kind,
  greyOf,
  several: (list: readonly unknown[]): boolean => list.length > 1,
  columnTitle: (columns: readonly { title: string }[], index: number): string | undefined =>
    columns[index]?.title,
};

/** Of what Handlebars brings, what templates may use. */
export const BUILT_IN = ['if', 'unless', 'each', 'with', 'lookup'];

/** What is none of these is a field: no helper is looked for at every name. */
export const CALLABLE: ReadonlySet<string> = new Set([...Object.keys(FUNCTIONS), ...BUILT_IN]);
