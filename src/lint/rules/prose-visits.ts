import { say } from '../../model/words.ts';
import { findVisitClaims, VISIT_WORDS } from '../../text/claims.ts';
import { findInProse, proseFinder } from '../prose.ts';
import type { Rule } from '../rule.ts';

const VISITS = proseFinder(VISIT_WORDS, findVisitClaims);

/** “一次也不用跑” agrees with the number of visits. */
export const proseVisits: Rule = {
  id: 'prose-visits',
  severity: 'error',
  title: say('文字里的到场次数与次数栏不一致', 'prose names another number of visits'),
  why: say(
    '一处说不用跑，一处说要到现场，群众不是白跑一趟，就是误了事。',
    'One place says stay at home, the other says come.',
  ),
  bad: `visits: 1
visits_reason: 要核对原件。
channels:
  fully_online: null
  depth: null
notes: 这一项一次也不用跑。`,
  good: 'visits: 0\nvisits_reason: null\nnotes: 这一项一次也不用跑。',
  *item({ value }) {
    const { visits } = value;
    if (visits === undefined) return;
    for (const { pointer, text, found } of findInProse(value, VISITS)) {
      const { start, end, value: count } = found;
      const atMost = text.slice(start, end).startsWith('最多');
      if (count === visits || (atMost && visits < count)) continue;
      yield {
        pointer,
        range: [start, end],
        message: say(
          `这里写“${text.slice(start, end)}”，到办事现场次数却是${visits}`,
          `it says “${text.slice(start, end)}” here, but the number of visits is ${visits}`,
        ),
        hint: say('改正其中一处', 'mend one of the two'),
      };
    }
  },
};
