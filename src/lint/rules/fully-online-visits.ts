import { say } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

const WHOLE = ['互联网办理', '互联网办理结果信息反馈', '互联网电子证照反馈'];

/** What is done wholly online needs no visit. */
export const fullyOnlineVisits: Rule = {
  id: 'fully-online-visits',
  severity: 'error',
  title: say('全程网办却要到现场', 'wholly online, yet a visit is required'),
  why: say(
    '全程网办就是一次也不用到现场，两栏不能同时成立。',
    'What is done wholly online takes no visit; the two cannot both be so.',
  ),
  bad: `visits: 1
visits_reason: 核对原件。
channels:
  fully_online: 是
  online: https://mingbai.example/apply`,
  good: `visits: 0
visits_reason: null
channels:
  fully_online: 是
  online: https://mingbai.example/apply`,
  *item({ value }) {
    const { visits = 0, channels, reach } = value;
    if (visits === 0) return;
    const depth = channels?.depth?.find((each) => WHOLE.includes(each));
    const said = channels?.fully_online === true || reach?.mode === '全程网办';
    if (!said && depth === undefined) return;
    const claim = said ? '全程网办' : `网上办理深度到“${depth}”（Ⅳ级，全程网办）`;
    yield {
      pointer: '/visits',
      message: say(
        `写明了${claim}，到办事现场次数却是${visits}`,
        `said to be wholly online, yet the number of visits is ${visits}`,
      ),
      hint: say(
        '次数改为0，并删去必须现场办理的原因；或删去全程网办',
        'make it 0, or take back that it is wholly online',
      ),
      ...(said ? {} : { severity: 'warning' as const }),
    };
  },
};
