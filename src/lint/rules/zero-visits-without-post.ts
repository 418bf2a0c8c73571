import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

/** Who need not come and cannot apply online has to be able to send the papers. */
export const zeroVisitsWithoutPost: Rule = {
  id: 'zero-visits-without-post',
  severity: 'warning',
  title: say('不用到现场，又没有网办和邮寄', 'no visit, but neither online nor by post'),
  why: say(
    '一次也不用到现场的事项，要能在网上办或者把材料寄来，不然办不成。',
    'Without a visit there must be a way online or by post.',
  ),
  bad: `visits: 0
visits_reason: null
channels:
  online: null
  mobile: null
  fully_online: null
  depth: null
  handling:
    - 窗口办理
  express: 否
  post: null
  kiosk: null
reach: null
modes: []`,
  good: `visits: 0
visits_reason: null
channels:
  online: null
  mobile: null
  fully_online: null
  depth: null
  handling:
    - 快递申请
  express: 是
  kiosk: null
reach: null
modes: []`,
  *item({ value, source }) {
    if (value.visits !== 0 || hasAnotherWay(value)) return;
    yield {
      pointer: '/visits',
      message: say(
        '到办事现场次数是0，却没有网上办理地址，也不能邮寄申请',
        'no visit is needed, but one can apply neither online nor by post',
      ),
      hint: paste(
        source,
        '/channels/online',
        say(
          '写明网上办理地址，或在办理形式里加上快递申请',
          'add the online address, or 快递申请 to the ways of handling',
        ),
      ),
    };
  },
};

function hasAnotherWay({ channels = {}, reach, modes = [] }: Item): boolean {
  const { online, mobile, express, handling = [], fully_online: whole, post } = channels;
  const ways = handling.some((way) => way !== '窗口办理');
  const served = modes.some((mode) => mode === '上门服务' || mode === '免申即享');
  const digital = online ?? mobile ?? post;
  return digital !== undefined || express === true || whole === true || ways || served || !!reach;
}
