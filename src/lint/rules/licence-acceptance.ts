import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { toWorkingDays } from '../../text/working-days.ts';
import { policyOf, readLimit, type WrittenLimit } from '../limits.ts';
import type { Rule } from '../rule.ts';

const MOST = 5;

/** Whether a licence application is taken up is told at once, or within five working days. */
export const licenceAcceptance: Rule = {
  id: 'licence-acceptance',
  severity: 'error',
  title: say(
    '行政许可的受理时限超过5个工作日',
    'accepting a licence application takes over 5 days',
  ),
  why: say(
    '材料不齐全的，当场或者在5日内一次告知；逾期不告知的，收到材料之日起就是受理。按工作日计算，法律没有留例外。',
    'What is missing is told within five working days; else the application counts as accepted.',
  ),
  citation: '《中华人民共和国行政许可法》第三十二条',
  bad: 'limits: { acceptance: 7个工作日 }',
  good: 'limits: { acceptance: 5个工作日 }',
  *item({ value }, { catalog }) {
    if (value.type !== '行政许可') return;
    for (const { pointer, text, limit } of acceptances(value)) {
      if (toWorkingDays(limit, policyOf(catalog)) <= MOST) continue;
      yield {
        pointer,
        message: say(
          `受理时限“${text}”超过行政许可法规定的5个工作日`,
          `“${text}” exceeds the five working days in which an application is accepted`,
        ),
        hint: say('改为5个工作日以内', 'write at most 5个工作日'),
      };
    }
  },
};

/** The limit for accepting, that of the step, and the time after which silence is acceptance. */
function acceptances({ limits, steps = [], tacit }: Item): WrittenLimit[] {
  const silent = tacit?.effect?.includes('受理') === true ? tacit.after : undefined;
  const found = [
    readLimit('/limits/acceptance', limits?.acceptance),
    readLimit('/tacit/after', silent),
  ];
  for (const [at, { kind, name, limit }] of steps.entries()) {
    const accepts = kind === undefined ? /^(?:申请)?(?:收件|受理)$/.test(name) : kind === '受理';
    if (accepts) found.push(readLimit(`/steps/${at}/limit`, limit));
  }
  return found.filter((each) => each !== undefined);
}
