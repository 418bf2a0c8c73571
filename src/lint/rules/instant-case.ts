import { say } from '../../model/words.ts';
import { toWorkingDays } from '../../text/working-days.ts';
import { limitPairs, policyOf } from '../limits.ts';
import type { Report, Rule } from '../rule.ts';

/** 即办件 is what is done on the spot or within a working day; 承诺件 is what takes longer. */
export const instantCase: Rule = {
  id: 'instant-case',
  severity: 'error',
  title: say('办件类型与承诺时限矛盾', 'case type contradicts the committed limit'),
  why: say(
    '即办件当场办结，最长1个工作日；承诺件有承诺的办理时间。两栏对不上，群众不知道当场能不能办好。',
    '即办件 is done on the spot, within one working day at most; 承诺件 takes a promised time.',
  ),
  bad: 'case: 即办件\nreview: 即审即办\nlimits: { committed: 3个工作日 }',
  good: 'case: 承诺件\nlimits: { committed: 3个工作日 }',
  *item({ value }, { catalog }) {
    const limits = limitPairs(value).flatMap(({ committed }) => committed ?? []);
    const policy = policyOf(catalog);
    const [first] = limits;
    if (first === undefined) return;
    if (value.case === '即办件') {
      const long = limits.find(({ limit }) => toWorkingDays(limit, policy) > 1);
      if (long !== undefined) yield contradiction('即办件', long.text, long.pointer);
    }
    if (value.case === '承诺件' && limits.every(({ limit }) => limit.unit === '即时')) {
      yield contradiction('承诺件', first.text, '/case');
    }
  },
};

function contradiction(kind: '即办件' | '承诺件', limit: string, pointer: string): Report {
  return {
    pointer,
    message: say(
      `办件类型是${kind}，承诺办结时限却是“${limit}”`,
      `the case type is ${kind} but the committed limit is “${limit}”`,
    ),
    hint:
      kind === '即办件'
        ? say(
            '办件类型改为承诺件，写了审查类型的改为前审后批；或把承诺时限改为即时',
            'write 承诺件 and, where it is given, 前审后批 as the review; or commit to 即时',
          )
        : say('办件类型改为即办件，或写出承诺的工作日数', 'write 即办件, or commit to a time'),
  };
}
