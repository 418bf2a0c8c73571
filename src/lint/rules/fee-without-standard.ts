import { CHARGED_UNSETTLED } from '../../model/fees.ts';
import { say } from '../../model/words.ts';
import { isFilled } from '../completeness/filled.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

/** A fee is charged by a published rate or not at all. */
export const feeWithoutStandard: Rule = {
  id: 'fee-without-standard',
  severity: 'error',
  title: say('收费没有收费标准', 'a fee without a rate'),
  why: say(
    '收费要按照公布的项目和标准收取，没有公布标准就不能收。',
    'Fees are charged by the published items and rates only.',
  ),
  citation: '《中华人民共和国行政许可法》第五十九条',
  bad: 'fees: [{ name: 工本费, basis: { law: 中华人民共和国水法, rank: 法律, article: 第四十八条 } }]',
  good: `fees:
  - name: 工本费
    standard: 10元/本
    basis:
      law: 中华人民共和国水法
      rank: 法律
      article: 第四十八条`,
  *item({ value, source }) {
    if (value.fees === CHARGED_UNSETTLED) {
      yield {
        pointer: '/fees',
        message: say('写着收费，收费标准还没有整理', 'charged, but the rate is not settled'),
        hint: say('逐项写出收费项目、标准和依据', 'list each fee with its rate and basis'),
      };
    }
    if (!Array.isArray(value.fees)) return;
    for (const [at, { name, standard }] of value.fees.entries()) {
      if (isFilled(standard)) continue;
      yield {
        pointer: `/fees/${at}/${standard === undefined ? 'name' : 'standard'}`,
        message: say(`收费项目“${name}”没有收费标准`, `fee “${name}” has no rate`),
        hint: paste(
          source,
          `/fees/${at}/standard`,
          say('写明标准；不收费的写“不收费”', 'state the rate, or 不收费'),
        ),
      };
    }
  },
};
