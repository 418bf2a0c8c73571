import { say } from '../../model/words.ts';
import { type FigureSpec, partOf } from '../figure.ts';

/** What else a good guide has: answers to questions, procedures beside the limit. */
export const COVERAGE_FIGURES: readonly FigureSpec[] = [
  {
    key: 'faq',
    label: say('常见问题覆盖率', 'items with questions and answers'),
    kind: 'share',
    formula: say('有常见问题的事项 ÷ 全部计入的事项', 'items with answers ÷ all items'),
    judge: ({ value: { faq = [] } }) =>
      partOf(faq.length > 0, '/faq', say(`常见问题${faq.length}条`, `${faq.length} questions`)),
  },
  {
    key: 'special',
    label: say('申明特别程序的事项占比', 'items with special procedures'),
    kind: 'share',
    formula: say(
      '写明特别程序的事项 ÷ 全部计入的事项',
      'items with special procedures ÷ all items',
    ),
    judge: ({ value: { limits } }) => {
      const special = limits?.special ?? [];
      const names = special.map(({ kind, days = '没有写明时限' }) => `${kind} ${days}`);
      const words = names.length === 0 ? '没有特别程序' : names.join('、');
      return partOf(special.length > 0, '/limits/special', say(words, words));
    },
  },
];
