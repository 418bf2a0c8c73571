import { say } from '../../model/words.ts';
import { type FigureSpec, partOf } from '../figure.ts';

/** Shares by how often one has to come: S32 counts 0, 1 and more. */
export const VISIT_FIGURES: readonly FigureSpec[] = [
  {
    key: 'instant',
    label: say('即办件占比', 'instant items'),
    kind: 'share',
    formula: say('即办件 ÷ 填写了办件类型的事项', '即办件 ÷ items with a case type'),
    judge: ({ value }) =>
      value.case === undefined
        ? { pointer: '/case', reason: say('没有填写办件类型', 'case type is blank') }
        : partOf(value.case === '即办件', '/case', say(value.case, value.case)),
  },
  visitShare(
    'zero-visit',
    0,
    say('零跑动占比', 'no visit'),
    say('到办事现场次数为0的事项 ÷ 填写了次数的事项', 'items with 0 visits ÷ items that say'),
  ),
  visitShare(
    'one-visit',
    1,
    say('最多跑一次占比', 'at most one visit'),
    say('到办事现场次数不超过1的事项 ÷ 填写了次数的事项', 'items with ≤ 1 visit ÷ items that say'),
  ),
];

function visitShare(
  key: string,
  most: number,
  label: FigureSpec['label'],
  formula: FigureSpec['formula'],
): FigureSpec {
  return {
    key,
    label,
    kind: 'share',
    formula,
    judge: ({ value: { visits } }) =>
      visits === undefined
        ? { pointer: '/visits', reason: say('没有填写到办事现场次数', 'visits are blank') }
        : partOf(visits <= most, '/visits', say(`到现场${visits}次`, `${visits} visits`)),
  };
}
