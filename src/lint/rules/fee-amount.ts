import { say, type Words } from '../../model/words.ts';
import { looseAmount } from '../../text/loose-amount.ts';
import { findAmounts } from '../../text/money.ts';
import { isPlaceholder } from '../../text/placeholders.ts';
import { foldScript } from '../../text/script.ts';
import type { Rule } from '../rule.ts';
import { readFee } from '../wording/shapes/fee.ts';

const FREE = /免费|免收|不收|暂停征收|停征|零收费|政府定价|政府指导价|市场调节价/;
const PERCENT = /\d+(?:\.\d+)?\s*[%％‰]|[百千万]分之/;

/** A rate is an amount, and says for how much of what. */
export const feeAmount: Rule = {
  id: 'fee-amount',
  severity: 'warning',
  title: say('收费标准没有金额或者单位', 'a rate without amount or unit'),
  why: say(
    '“80元”是一件80元还是一平方米80元，要写清楚，例如 80元/件；只写幅度、上限、下限或者约数，群众不知道交多少。',
    '80元 may be per case or per square metre; of a range or a cap nobody knows what to pay.',
  ),
  citation: '《中华人民共和国行政许可法》第五十九条',
  bad: `fees:
  - name: 工本费
    standard: 10元
    basis:
      law: 中华人民共和国水法
      rank: 法律
      article: 第四十八条`,
  good: `fees:
  - name: 工本费
    standard: 10元/本
    basis:
      law: 中华人民共和国水法
      rank: 法律
      article: 第四十八条`,
  *item({ value }) {
    if (!Array.isArray(value.fees)) return;
    for (const [at, { name, standard = '' }] of value.fees.entries()) {
      // A rate without any amount is told by `wording-fee`.
      const told = isPlaceholder(standard) || readFee(foldScript(standard), 'fee') !== undefined;
      const fault = told ? undefined : faultOf(standard);
      if (fault === undefined) continue;
      yield {
        pointer: `/fees/${at}/standard`,
        message: say(`收费项目“${name}”的标准${fault.zh}`, `the rate of “${name}” ${fault.en}`),
        hint: say('写成金额加单位，例如 10元/本', 'write amount and unit, e.g. 10元/本'),
      };
    }
  },
};

function faultOf(standard: string): Words | undefined {
  if (FREE.test(standard) || PERCENT.test(standard)) return undefined;
  const amounts = findAmounts(standard);
  const loose = looseAmount(standard);
  if (loose !== undefined) {
    return say(
      `“${loose}”是幅度、上限、下限或者约数，不是标准`,
      `“${loose}” is a range, a bound or an approximation and no rate`,
    );
  }
  if (amounts.length === 0) return say('没有写金额', 'gives no amount');
  if (amounts.some((each) => each.per !== undefined) || /每|\//.test(standard)) return undefined;
  return say('只有金额，没有写按什么单位收', 'gives an amount but not per what');
}
