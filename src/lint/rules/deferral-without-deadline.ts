import { say } from '../../model/words.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

/** A paper that may be handed in later needs a day by which. */
export const deferralWithoutDeadline: Rule = {
  id: 'deferral-without-deadline',
  severity: 'error',
  title: say('容缺后补没有补正时限', 'a deferred material without a deadline'),
  why: say(
    '容缺受理要当场告知补齐的材料和时限，没有时限就没法告知，也没法判断是否逾期。',
    'Whoever is accepted with a paper missing must be told by when to bring it.',
  ),
  citation: '《安阳市政务服务条例》第二十四条',
  bad: 'materials: [{ name: 取水口位置图, necessity: 必要 }, { name: 水质检测报告, necessity: 容缺后补 }]',
  good: `materials:
  - name: 取水口位置图
    necessity: 必要
  - name: 水质检测报告
    necessity: 容缺后补
    deferral:
      within: 2个工作日`,
  when: ['/materials/0/necessity=容缺后补'],
  *item({ value, source }) {
    for (const [at, { name, necessity, deferral, waiver }] of (value.materials ?? []).entries()) {
      if (necessity !== '容缺后补' || deferral !== undefined || waiver !== undefined) continue;
      yield {
        pointer: `/materials/${at}/necessity`,
        message: say(
          `“${name}”可以容缺后补，却没有写补正时限`,
          `“${name}” may follow later, but by when is not said`,
        ),
        hint: paste(
          source,
          `/materials/${at}/deferral`,
          say('写明几个工作日内补正', 'say within how many days'),
        ),
      };
    }
  },
};
