import { say } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

/** Where only the form of the papers is examined the decision is made on the spot. */
export const formalReviewNotInstant: Rule = {
  id: 'formal-review-not-instant',
  severity: 'warning',
  title: say('只作形式审查却不是即办件', 'only formal review, yet not done at once'),
  why: say(
    '申请材料齐全、符合法定形式，能够当场作出决定的，应当当场作出书面的行政许可决定。',
    'Where papers complete and in due form allow a decision on the spot, it is made on the spot.',
  ),
  citation: '《中华人民共和国行政许可法》第三十四条',
  bad: 'examination: 形式审查\ncase: 承诺件',
  good: 'examination: 实质审查\ncase: 承诺件',
  *item({ value }) {
    if (value.examination !== '形式审查' || value.case !== '承诺件') return;
    yield {
      pointer: '/case',
      message: say(
        '审查方式是形式审查，办件类型却是承诺件',
        'the review is of form only, yet the case type is 承诺件',
      ),
      hint: say(
        '办件类型改为即办件；要核实材料实质内容的，把审查方式改为实质审查',
        'write 即办件, or 实质审查 where the substance is examined',
      ),
    };
  },
};
