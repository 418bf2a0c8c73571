import { say } from '../../model/words.ts';
import { isFilled } from '../completeness/filled.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

/** Whoever must come to a window is told why. */
export const visitsWithoutReason: Rule = {
  id: 'visits-without-reason',
  severity: 'warning',
  title: say('要到现场却没有写原因', 'a visit is required, no reason given'),
  why: say(
    '要群众跑一趟，就要写明为什么必须到现场办理；写不出原因的，应当改为不用到现场。',
    'Who makes people come says why; where there is no reason no visit is needed.',
  ),
  citation: 'GB/T 39554.2-2020（未核对原文）',
  bad: 'visits: 1\nvisits_reason: null\nchannels: { fully_online: null, depth: null }',
  good: `visits: 1
visits_reason: 申请人要在窗口核对原件并当场签名。
channels:
  fully_online: null
  depth: null`,
  *item({ value, source }) {
    const { visits = 0, visits_reason: reason } = value;
    if (visits === 0 || isFilled(reason)) return;
    yield {
      pointer: '/visits',
      message: say(
        `到办事现场${visits}次，没有写必须现场办理的原因`,
        `${visits} visit(s) required, but the reason is not given`,
      ),
      hint: paste(
        source,
        '/visits_reason',
        say('写明原因，或把次数改为0', 'say why, or make it 0'),
      ),
    };
  },
};
