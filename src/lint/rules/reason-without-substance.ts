import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { isPlaceholder } from '../../text/placeholders.ts';
import { remembered } from '../../text/remember.ts';
import type { Rule } from '../rule.ts';

/** A reason says what stands in the way; that it is so is none. */
export const reasonWithoutSubstance: Rule = {
  id: 'reason-without-substance',
  severity: 'warning',
  title: say('理由只重复了结论', 'a reason that gives none'),
  why: say(
    '“工作需要”“按规定办理”“不能免提交”没有说出原因，谁都可以写，也就谁都可以多要一份材料、多跑一趟。',
    'Work needs it, or rules say so, is no reason: anybody can write it of anything.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: `visits: 1
visits_reason: 因工作需要必须到现场办理。
channels: { fully_online: null, depth: null }`,
  good: `visits: 1
visits_reason: 申请人要在窗口核对原件并当场签名。
channels: { fully_online: null, depth: null }`,
  *item({ value }) {
    for (const [pointer, label, text] of reasonsOf(value)) {
      if (isPlaceholder(text, false) || hasSubstance(text)) continue;
      yield {
        pointer,
        message: say(`${label}“${text}”没有说出原因`, `“${text}” does not say why`),
        hint: say(
          '写出具体的原因：哪个系统没有接通、哪条规定要求、现场要做什么',
          'say what stands in the way: which system, which article, what is done on the spot',
        ),
      };
    }
  },
};

type Reason = readonly [pointer: string, label: string, text: string];

function reasonsOf({ materials = [], hall_entry: hall, ...item }: Item): Reason[] {
  const found: Reason[] = [];
  for (const [at, { unwaived }] of materials.entries()) {
    if (unwaived) found.push([`/materials/${at}/unwaived`, '未免提交理由', unwaived]);
  }
  if (hall?.reason) found.push(['/hall_entry/reason', '未进驻原因', hall.reason]);
  if (item.visits_reason) found.push(['/visits_reason', '必须现场办理原因', item.visits_reason]);
  return found;
}

/** Words that any reason may have; what is left when they are gone is the reason itself. */
const EMPTY =
  /因为?|由于|按照?|根据|依据|依照|经|有关|相关|上级|领导|单位|部门|机关|政策|法律|法规|制度|文件|规定|要求|通知|工作|业务|实际|特殊|客观|情况|原因|性质|需要|必须|必需|应当|应|暂时|暂|目前|现在|尚|还|仍|不能够?|不可以?|无法|没有|没|不宜|不适合|不便|未能?|不|无|能|可以|可|免提交|免交|提交|提供|免|进驻|入驻|进入|进|政务|服务|大厅|中心|窗口|统一|现场|到场|本人|亲自|前往|办理|办事|事项|材料|此项|该项|这项|本项|这份|该|此|本|其他|其它|等|的|了|而|所以|故|在|到|去|需|要/g;

const hasSubstance = remembered((text: string): boolean => {
  // A date, a number, an article or a name in quotation marks is something to hold on to.
  if (/[\d“《]|第[一二三四五六七八九十百]+条/.test(text)) return true;
  return text.replace(/[^\p{Script=Han}A-Za-z]/gu, '').replace(EMPTY, '').length >= 2;
});
