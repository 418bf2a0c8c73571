import { say } from '../../model/words.ts';
import { compareLimits, limitPairs, policyOf } from '../limits.ts';
import type { Report, Rule } from '../rule.ts';

/** A committed limit may be shorter than the statutory one, never longer. */
export const committedOverStatutory: Rule = {
  id: 'committed-over-statutory',
  severity: 'error',
  title: say('承诺办结时限长于法定办结时限', 'committed limit exceeds the statutory one'),
  why: say(
    '承诺时限只能在法定时限以内压缩。单位不同时按目录设置的折算口径比较。',
    'A commitment may only shorten what the law allows.',
  ),
  citation: '《优化营商环境条例》第三十六条',
  bad: 'limits: { statutory: 2个工作日, statutory_basis: null, committed: 3个工作日 }',
  good: 'limits: { statutory: 20个工作日, statutory_basis: null, committed: 3个工作日 }',
  *item({ value }, { catalog }) {
    const policy = policyOf(catalog);
    const seen = new Set<string>();
    for (const { statutory, committed } of limitPairs(value)) {
      if (statutory === undefined || committed === undefined) continue;
      if (compareLimits(committed.limit, statutory.limit, policy) <= 0) continue;
      if (seen.has(committed.pointer)) continue;
      seen.add(committed.pointer);
      yield tooLong(committed.pointer, committed.text, statutory.text);
    }
  },
};

function tooLong(pointer: string, committed: string, statutory: string): Report {
  return {
    pointer,
    message: say(
      `承诺办结时限“${committed}”长于法定办结时限“${statutory}”`,
      `the committed limit “${committed}” exceeds the statutory “${statutory}”`,
    ),
    hint: say(
      `改为不超过${statutory}，环节时限之和也不超过它`,
      `commit to at most ${statutory}, and so the steps together`,
    ),
  };
}
