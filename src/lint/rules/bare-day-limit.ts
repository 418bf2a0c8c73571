import type { Item } from '../../model/schema.gen.ts';
import { say, type Words } from '../../model/words.ts';
import { allLimits } from '../limits.ts';
import type { Rule } from '../rule.ts';

/** 日 alone leaves open whether holidays count: the field has to say 工作日 or 自然日. */
export const bareDayLimit: Rule = {
  id: 'bare-day-limit',
  severity: 'warning',
  title: say('时限只写“日”', 'a limit in bare 日'),
  why: say(
    '“20日”是20个工作日还是20个自然日，相差一个多星期。行政许可的期限以工作日计算，别的事项要看它所依据的法律。',
    '20日 may be working or calendar days. Licences count working days; else the law decides.',
  ),
  citation: '《中华人民共和国行政许可法》第八十二条',
  bad: 'limits: { statutory: 45日 }',
  good: 'limits: { statutory: 45个工作日 }',
  *item({ value }) {
    for (const { pointer, text, limit } of allLimits(value)) {
      if (limit.unit !== '日') continue;
      yield {
        pointer,
        message: say(
          `“${text}”没有写明是工作日还是自然日`,
          `“${text}” does not say whether working or calendar days are meant`,
        ),
        hint: hintFor(value, limit.amount),
      };
    }
  },
};

function hintFor({ type }: Item, amount: number): Words {
  return type === '行政许可'
    ? say(`行政许可的期限按工作日计算：写“${amount}个工作日”`, `write ${amount}个工作日`)
    : say(
        `查对依据的法律，写“${amount}个工作日”或“${amount}个自然日”`,
        `look up the law and write ${amount}个工作日 or ${amount}个自然日`,
      );
}
