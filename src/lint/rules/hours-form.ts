import { perField, strings } from '../../model/texts.ts';
import { say, type Words } from '../../model/words.ts';
import { toHalfWidth } from '../../text/numeral.ts';
import type { Rule } from '../rule.ts';

const isHours = perField((field) => /(?<!^\/terminals.*)\/(?:hours|weekend)$/.test(field));
const DAYS = /工作日|每[日天]|周|星期|节假日|法定|全天|全年|双休日|24小时/;
const SPAN =
  /(\d{1,2})[:.点时](\d{2})?分?\s*(?:[-—–~～至到]+)\s*(?:次日|上午|下午)?\s*(\d{1,2})[:.点时](\d{2})?/g;

/** Hours say on which days and from when to when. */
export const hoursForm: Rule = {
  id: 'hours-form',
  severity: 'warning',
  title: say('办理时间写法不完整', 'opening hours incomplete'),
  why: say(
    '办理时间要写哪几天、几点到几点，例如 工作日 上午9:00—12:00，下午13:00—17:00。',
    'Hours say which days and from when to when.',
  ),
  bad: 'channels: { hours: 上午9:00—12:00 }',
  good: 'channels: { hours: 工作日 上午9:00—12:00 }',
  *file({ value }) {
    for (const place of strings(value)) {
      if (!isHours(place)) continue;
      const { pointer, text } = place;
      const fault = faultOf(toHalfWidth(text), pointer.endsWith('weekend'));
      if (fault === undefined) continue;
      yield {
        pointer,
        message: say(`“${text}”${fault.zh}`, `“${text}” ${fault.en}`),
        hint: say(
          '写成 工作日 上午9:00—12:00，下午13:00—17:00',
          'say which days, from when to when',
        ),
      };
    }
  },
};

function faultOf(text: string, weekend: boolean): Words | undefined {
  if (/24小时|全天/.test(text)) return undefined;
  const spans = [...text.matchAll(SPAN)];
  if (spans.length === 0) return say('没有写几点到几点', 'does not say from when to when');
  if (!weekend && !DAYS.test(text)) return say('没有写是哪几天', 'does not say on which days');
  const wrong = spans.some(([whole, fromHour, fromMinute, toHour, toMinute]) => {
    const from = Number(fromHour) * 60 + Number(fromMinute ?? 0);
    const to = Number(toHour) * 60 + Number(toMinute ?? 0);
    const twelve = /下午|次日/.test(whole) && Number(toHour) < 12 ? to + 720 : to;
    return from > 1440 || to > 1440 || from >= twelve;
  });
  return wrong ? say('里有一段的起止时间颠倒', 'has a span that ends before it begins') : undefined;
}
