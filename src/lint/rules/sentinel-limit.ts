import { say } from '../../model/words.ts';
import { isSentinelLimit } from '../../text/sentinel.ts';
import { allLimits } from '../limits.ts';
import type { Rule } from '../rule.ts';

/** Some systems write 500 or 999 days for “there is none”: never a limit people can rely on. */
export const sentinelLimit: Rule = {
  id: 'sentinel-limit',
  severity: 'error',
  title: say('用0、500、999这样的数代替没有时限', 'a sentinel number stands for no limit'),
  why: say(
    '有的系统用500、999表示没有时限，照抄出来，群众会以为要五百天才能办好，统计也会算错。',
    'Some systems store 500 or 999 for “none”; printed, it is a wait of 500 days.',
  ),
  bad: 'limits: { statutory: 500个工作日 }',
  good: 'limits: { statutory: null, statutory_note: 法律没有规定办理时限 }',
  *item({ value }) {
    for (const { pointer, text, limit } of allLimits(value)) {
      const none = limit.amount === 0 && limit.unit !== '即时' && pointer.endsWith('/statutory');
      if (!none && !isSentinelLimit(limit)) continue;
      yield {
        pointer,
        message: none
          ? say(`法定办结时限写成“${text}”，法律不会规定0`, `“${text}”: no law sets 0`)
          : say(
              `“${text}”不可信，是系统里表示没有时限的代用数或者笔误`,
              `“${text}” cannot be: a number that systems use for “no limit”, or a slip`,
            ),
        hint: say(
          '查对法律写出真实的时限；法律没有规定的，删去这一行并写明说明',
          'look up the real limit; where the law has none delete the line and add a note',
        ),
      };
    }
  },
};
