import { say } from '../../model/words.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

/** The applicant is told how long a special procedure takes. */
export const specialProcedureDuration: Rule = {
  id: 'special-procedure-duration',
  severity: 'warning',
  title: say('特别程序没有写时限', 'a special procedure without a duration'),
  why: say(
    '特别程序的时间不计入办结时限，所以要把需要多久书面告诉申请人。',
    'Its time is not in the limit, therefore the applicant must be told how long it takes.',
  ),
  citation: '《中华人民共和国行政许可法》第四十五条',
  bad: 'limits: { special: [{ kind: 听证, note: 提出听证申请的，才举行听证。 }] }',
  good: 'limits: { special: [{ kind: 听证, days: 20个工作日, note: 提出听证申请的，才举行听证。 }] }',
  when: ['/limits/special/0/kind'],
  *item({ value, source }) {
    for (const [at, { kind, days }] of (value.limits?.special ?? []).entries()) {
      if (days !== undefined) continue;
      yield {
        pointer: `/limits/special/${at}/kind`,
        message: say(`特别程序“${kind}”没有写需要多久`, `how long “${kind}” takes is not said`),
        hint: paste(
          source,
          `/limits/special/${at}/days`,
          say('写明最长几个工作日', 'say the most it can take'),
        ),
      };
    }
  },
};
