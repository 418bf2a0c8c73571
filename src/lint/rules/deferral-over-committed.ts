import { say } from '../../model/words.ts';
import { compareLimits, policyOf, readLimit } from '../limits.ts';
import type { Rule } from '../rule.ts';

/** A deferred paper has to be there before the case is to be done. */
export const deferralOverCommitted: Rule = {
  id: 'deferral-over-committed',
  severity: 'error',
  standsAlone: true,
  title: say('补正时限长于承诺办结时限', 'deferral exceeds the committed limit'),
  why: say(
    '容缺材料要在办结以前补齐，补正的时间比承诺办结的时间还长，就无法按承诺办结。',
    'A deferred paper must arrive before the case is to be done.',
  ),
  citation: '《安阳市政务服务条例》第二十四条',
  bad: `limits:
  committed: 3个工作日
materials:
  - name: 取水口位置图
    necessity: 必要
  - name: 水质检测报告
    necessity: 容缺后补
    deferral:
      within: 10个工作日`,
  good: `limits:
  committed: 3个工作日
materials:
  - name: 取水口位置图
    necessity: 必要
  - name: 水质检测报告
    necessity: 容缺后补
    deferral:
      within: 2个工作日`,
  when: ['/materials/0/deferral/within'],
  *item({ value }, { catalog }) {
    const committed = readLimit('/limits/committed', value.limits?.committed);
    if (committed === undefined) return;
    for (const [at, { name, deferral }] of (value.materials ?? []).entries()) {
      const within = readLimit(`/materials/${at}/deferral/within`, deferral?.within);
      if (within === undefined) continue;
      if (compareLimits(within.limit, committed.limit, policyOf(catalog)) <= 0) continue;
      yield {
        pointer: within.pointer,
        message: say(
          `“${name}”的补正时限“${within.text}”长于承诺办结时限“${committed.text}”`,
          `“${name}” may follow within ${within.text}, the commitment is ${committed.text}`,
        ),
        hint: say(`改为不超过${committed.text}`, `allow at most ${committed.text}`),
      };
    }
  },
};
