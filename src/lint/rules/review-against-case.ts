import { say } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

/** 即办件 is reviewed and done at once; 承诺件 is received first and reviewed later. */
export const reviewAgainstCase: Rule = {
  id: 'review-against-case',
  severity: 'error',
  title: say('审查类型与办件类型矛盾', 'review type contradicts the case type'),
  why: say(
    '即办件对应即审即办，承诺件对应前审后批，写反了窗口就不知道按哪一种办。',
    '即办件 goes with 即审即办, 承诺件 with 前审后批.',
  ),
  bad: 'case: 承诺件\nreview: 即审即办',
  good: 'case: 承诺件\nreview: 前审后批',
  *item({ value }) {
    const { case: kind, review } = value;
    if (kind === undefined || review === undefined) return;
    const wanted = kind === '即办件' ? '即审即办' : '前审后批';
    if (review === wanted) return;
    yield {
      pointer: '/review',
      message: say(
        `办件类型是${kind}，审查类型却是“${review}”`,
        `the case type is ${kind} but the review type is “${review}”`,
      ),
      hint: say(`审查类型改为${wanted}，或改正办件类型`, `write ${wanted}, or mend the case type`),
    };
  },
};
