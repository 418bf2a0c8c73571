import { say } from '../../model/words.ts';
import { isFilled } from '../completeness/filled.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

/** A fee is charged on the basis of a law or not at all. */
export const feeWithoutBasis: Rule = {
  id: 'fee-without-basis',
  severity: 'error',
  title: say('收费没有收费依据', 'a fee without a basis'),
  why: say(
    '没有法定依据不得收费，依据要同标准一起公布。',
    'No fee without a legal basis, and the basis is published with the rate.',
  ),
  citation: '《中华人民共和国行政许可法》第五十八条',
  bad: 'fees: [{ name: 工本费, standard: 10元/本 }]',
  good: `fees:
  - name: 工本费
    standard: 10元/本
    basis:
      law: 中华人民共和国水法
      rank: 法律
      article: 第四十八条`,
  *item({ value, source }) {
    if (!Array.isArray(value.fees)) return;
    for (const [at, { name, basis }] of value.fees.entries()) {
      if (isFilled(basis)) continue;
      yield {
        pointer: `/fees/${at}/${basis === undefined ? 'name' : 'basis'}`,
        message: say(`收费项目“${name}”没有收费依据`, `fee “${name}” has no basis`),
        hint: paste(
          source,
          `/fees/${at}/basis`,
          say('写明法律、行政法规的名称和条款', 'say which law, which article'),
        ),
        ...(value.type === '行政许可' ? {} : { severity: 'warning' as const }),
      };
    }
  },
};
