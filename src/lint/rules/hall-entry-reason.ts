import { say } from '../../model/words.ts';
import { paste } from '../paste.ts';
import type { Rule } from '../rule.ts';

/** An item that stays out of the hall says why. */
export const hallEntryReason: Rule = {
  id: 'hall-entry-reason',
  severity: 'warning',
  title: say('没有进驻大厅，也没有写原因', 'not in the hall, no reason given'),
  why: say(
    '已设立政务服务大厅的，各类政务服务事项进驻大厅统一办理；不进驻的，要说明原因。',
    'Items are handled in the hall unless a law or secrecy forbids; else say why not.',
  ),
  citation: '《优化营商环境条例》第三十六条',
  bad: `hall_entry:
  entered: 否
channels:
  windows: null
  place: 明白县清源路16号208室
  hours: 工作日 上午9:00—12:00`,
  good: `hall_entry:
  entered: 否
  reason: 涉及国家秘密
channels:
  windows: null
  place: 明白县清源路16号208室
  hours: 工作日 上午9:00—12:00`,
  *item({ value, source }, { catalog }) {
    const entry = value.hall_entry;
    const halls = value.channels?.windows?.map((each) => catalog.halls.get(each.hall)?.value.kind);
    if (entry?.entered !== false || entry.reason || halls?.includes('政务服务大厅')) return;
    yield {
      pointer: '/hall_entry/entered',
      message: say('没有进驻政务大厅，却没有写原因', 'not in the hall, and why is not said'),
      hint: paste(source, '/hall_entry/reason', say('写明原因', 'say why')),
    };
  },
};
