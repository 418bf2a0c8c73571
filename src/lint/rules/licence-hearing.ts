import { say } from '../../model/words.ts';
import { toWorkingDays } from '../../text/working-days.ts';
import { policyOf, readLimit } from '../limits.ts';
import type { Rule } from '../rule.ts';

const MOST = 20;

/** A hearing on a licence is held within twenty working days, at the cost of the authority. */
export const licenceHearing: Rule = {
  id: 'licence-hearing',
  severity: 'error',
  title: say('行政许可听证超期或者收费', 'a licence hearing too late, or charged for'),
  why: say(
    '申请人、利害关系人要求听证的，20日内组织，费用由机关承担。',
    'A hearing that is asked for is held within twenty days, and the authority pays.',
  ),
  citation: '《中华人民共和国行政许可法》第四十七条',
  bad: 'limits: { special: [{ kind: 听证, days: 30个工作日, note: 申请人提出听证申请的，才举行听证。 }] }',
  good: 'limits: { special: [{ kind: 听证, days: 20个工作日, note: 申请人提出听证申请的，才举行听证。 }] }',
  *item({ value }, { catalog }) {
    if (value.type !== '行政许可') return;
    for (const [at, { kind, days, fee }] of (value.limits?.special ?? []).entries()) {
      if (!kind.includes('听证')) continue;
      const pointer = `/limits/special/${at}`;
      const limit = readLimit(`${pointer}/days`, days);
      if (limit !== undefined && toWorkingDays(limit.limit, policyOf(catalog)) > MOST) {
        yield {
          pointer: limit.pointer,
          message: say(
            `听证“${limit.text}”超过行政许可法规定的20个工作日`,
            `a hearing in “${limit.text}” exceeds the twenty working days of the Licensing Law`,
          ),
          hint: say('改为20个工作日以内', 'write at most 20个工作日'),
        };
      }
      if (fee === undefined || /[不免未零无]|^0/.test(fee) || !/\d|元|收/.test(fee)) continue;
      yield {
        pointer: `${pointer}/fee`,
        message: say(
          `听证写着收费“${fee}”，申请人、利害关系人不承担听证的费用`,
          `“${fee}” is charged for a hearing, which applicants do not pay for`,
        ),
        hint: say('改为不收费', 'write 不收费'),
      };
    }
  },
};
