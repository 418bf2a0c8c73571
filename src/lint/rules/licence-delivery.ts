import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { toWorkingDays } from '../../text/working-days.ts';
import { policyOf, readLimit, type WrittenLimit } from '../limits.ts';
import type { Rule } from '../rule.ts';

const MOST = 10;

/** A licence is handed over within ten working days of the decision. */
export const licenceDelivery: Rule = {
  id: 'licence-delivery',
  severity: 'error',
  title: say('颁发、送达许可证件超过10个工作日', 'delivering a licence takes over 10 days'),
  why: say(
    '作出准予的决定以后，10日内颁发、送达证件。按工作日计算，不从审批的20日里扣。',
    'Once granted, a licence is delivered within ten working days.',
  ),
  citation: '《中华人民共和国行政许可法》第四十四条',
  bad: 'result: { delivery_limit: 15个工作日 }',
  good: 'result: { delivery_limit: 10个工作日 }',
  *item({ value }, { catalog }) {
    if (value.type !== '行政许可') return;
    for (const { pointer, text, limit } of deliveries(value)) {
      if (toWorkingDays(limit, policyOf(catalog)) <= MOST) continue;
      yield {
        pointer,
        message: say(
          `送达时限“${text}”超过行政许可法规定的10个工作日`,
          `“${text}” exceeds the ten working days in which a licence is delivered`,
        ),
        hint: say('改为10个工作日以内', 'write at most 10个工作日'),
      };
    }
  },
};

function deliveries({ result, steps = [] }: Item): WrittenLimit[] {
  const found = [readLimit('/result/delivery_limit', result?.delivery_limit)];
  for (const [at, { kind, name, limit }] of steps.entries()) {
    const delivers =
      kind === undefined ? /送达|发证|颁证/.test(name) : kind === '送达' || kind === '制证';
    if (delivers) found.push(readLimit(`/steps/${at}/limit`, limit));
  }
  return found.filter((each) => each !== undefined);
}
