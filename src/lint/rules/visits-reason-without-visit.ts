import { say } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

/** A reason for coming contradicts a count of no visits. */
export const visitsReasonWithoutVisit: Rule = {
  id: 'visits-reason-without-visit',
  severity: 'error',
  title: say('不用到现场却写了必须现场办理的原因', 'no visit, yet a reason for one'),
  why: say(
    '到现场次数是0，又写必须现场办理，群众不知道要不要跑。',
    'No visit, and a reason why one must come: people cannot tell whether to go.',
  ),
  bad: 'visits: 0\nvisits_reason: 要核对原件。',
  good: 'visits: 0\nvisits_reason: null',
  *item({ value }) {
    if (value.visits !== 0 || !value.visits_reason) return;
    yield {
      pointer: '/visits_reason',
      message: say(
        '到办事现场次数是0，却写了必须现场办理的原因',
        'the number of visits is 0, yet there is a reason why one must come',
      ),
      hint: say('删去这一行，或改正到现场次数', 'delete the line, or mend the number of visits'),
    };
  },
};
