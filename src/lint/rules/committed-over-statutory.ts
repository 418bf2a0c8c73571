import { say } from '../../model/words.ts';
import { compareDurations, parseDuration } from '../../text/duration.ts';
import type { Rule } from '../rule.ts';

/** A committed limit may be shorter than the statutory one, never longer. */
export const committedOverStatutory: Rule = {
  id: 'committed-over-statutory',
  severity: 'error',
  title: say('承诺办结时限长于法定办结时限', 'committed limit exceeds the statutory one'),
  why: say(
    '承诺时限只能在法定时限以内压缩。',
    'A commitment may only shorten what the law allows.',
  ),
  citation: '《优化营商环境条例》第三十六条',
  bad: 'limits: { statutory: 20个工作日, committed: 30个工作日 }',
  good: 'limits: { statutory: 20个工作日, committed: 5个工作日 }',
  *item({ value }) {
    const { statutory = '', committed = '' } = value.limits ?? {};
    const law = parseDuration(statutory);
    const promise = parseDuration(committed);
    if (law === undefined || promise === undefined) return;
    if ((compareDurations(promise, law) ?? 0) <= 0) return;
    yield {
      pointer: '/limits/committed',
      message: say(
        `承诺办结时限“${committed}”长于法定办结时限“${statutory}”`,
        `the committed limit “${committed}” exceeds the statutory “${statutory}”`,
      ),
      hint: say(`改为不超过${statutory}`, `commit to at most ${statutory}`),
    };
  },
};
