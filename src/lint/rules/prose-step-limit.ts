import { say } from '../../model/words.ts';
import { parseDuration } from '../../text/duration.ts';
import { parseWholeNumber, toHalfWidth } from '../../text/numeral.ts';
import { foldScript } from '../../text/script.ts';
import type { Rule } from '../rule.ts';

const WITHIN =
  /(\d+|[一二三四五六七八九十两]+)\s*个?(工作日|自然日|小时|分钟|日|天)(?:以内|之内|内)/g;
/** One of these stands in every text with such a time, which is not folded yet. */
const WITHIN_WORD = /[内內]/;
const ANOTHER = /申请人|补正|逾期|延长|听证|公示|整改|送达|领取|颁发|不超过|决定之日|告知/;

/** The time that a step’s own text names is the step’s limit. */
export const proseStepLimit: Rule = {
  id: 'prose-step-limit',
  severity: 'warning',
  title: say('环节文字里的时间与环节时限不一致', 'a step’s text names another time'),
  why: say(
    '环节时限改了，说明文字没有改，经办人按哪一个办就说不清。',
    'The limit was changed, the text was not: which does the officer follow?',
  ),
  bad: `steps:
  - name: 受理
    role: 水利窗口
    action: 窗口在5个工作日内审查材料。
    limit: 1个工作日
    result: 受理通知书`,
  good: `steps:
  - name: 受理
    role: 水利窗口
    action: 窗口在1个工作日内审查材料。
    limit: 1个工作日
    result: 受理通知书`,
  *item({ value }) {
    for (const [at, { action = '', limit }] of (value.steps ?? []).entries()) {
      if (!WITHIN_WORD.test(action)) continue;
      const stated = parseDuration(limit ?? '');
      const folded = toHalfWidth(foldScript(action));
      const found = [...folded.matchAll(WITHIN)];
      const [match] = found;
      if (stated === undefined || match === undefined || found.length > 1) continue;
      const before = /[^，。；,;]*$/.exec(folded.slice(0, match.index))?.[0] ?? '';
      const after = /^[^，。；,;]*/.exec(folded.slice(match.index))?.[0] ?? '';
      if (ANOTHER.test(before + after) || parseWholeNumber(match[1] ?? '') === stated.amount)
        continue;
      yield {
        pointer: `/steps/${at}/action`,
        range: [match.index, match.index + match[0].length],
        message: say(
          `这里写“${match[0]}”，这个环节的时限是“${limit}”`,
          `it says “${match[0]}” here, but the step’s limit is “${limit}”`,
        ),
        hint: say('改正其中一处', 'mend one of the two'),
      };
    }
  },
};
