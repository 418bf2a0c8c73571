import { say, type Words } from '../model/words.ts';
import { APPLIED_FOR, type Policy } from './policy.ts';

const BOOKED: Record<Policy['instant'], Words> = {
  '0': say('按0个工作日计', 'counts as 0 working days'),
  '0.5': say('按0.5个工作日计', 'counts as 0.5 working days'),
  '1': say('按1个工作日计', 'counts as 1 working day'),
  'as-declared': say('按填写的承诺时限计', 'counts as declared'),
};

/** The 口径 in sentences, one a line: nobody should have to read settings to follow a number. */
export function policyWords(policy: Policy): readonly Words[] {
  const { types, states, instant, rows, units } = policy;
  const left = APPLIED_FOR.filter((type) => !types.includes(type));
  const without = left.length === 0 ? '' : `（不含${left.join('、')}）`;
  const day = units.日;
  return [
    say(
      `时限压缩率计入的事项类型：${types.join('、')}${without}；其余指标计入依申请的全部事项`,
      `types counted for time limits: ${types.join(', ')}; other figures: all applied for`,
    ),
    say(`计入事项状态：${states.join('、')}`, `states counted: ${states.join(', ')}`),
    say(
      `即办件写明“即时”的承诺时限${BOOKED[instant].zh}，写了别的时限的照写的计`,
      `a 即办件 of 即时 ${BOOKED[instant].en}; a limit that is written counts as written`,
    ),
    rows === 'item'
      ? say('每个事项计一次', 'each item counts once')
      : say('时限分情形写明的事项，每种情形计一次', 'each situation with limits counts once'),
    unitWords(policy),
    hourWords(policy),
    say(
      '法定和承诺都是小时、自然日、月、年的，按自然时间比较（1个月＝365/12日，1年＝365日）',
      'limits in hours, calendar days, months and years are compared as such',
    ),
    day === undefined
      ? say('只写“日”、没有写明工作日还是自然日的，不计入', 'a bare 日 is left out')
      : say(`只写“日”的，1日＝${day}个工作日`, `a bare 日 is ${day} working days`),
    say(
      '空白、“无”、0、500和1000个工作日以上、超过5年这样不可信的数不计入，承诺长于法定的不计入',
      'blanks, “无”, 0, sentinels, 1000 days and more, above 5 years, committed above statutory: left out',
    ),
  ];
}

/** How other units of time become working days. */
export function unitWords({ units }: Policy): Words {
  return say(
    `时限折成工作日：1工作小时＝${units.工作小时}，1个自然日＝${units.自然日}，1个月＝${units.月}，1年＝${units.年}`,
    `in working days: hour of opening ${units.工作小时}, calendar day ${units.自然日}, month ${units.月}, year ${units.年}`,
  );
}

/** How hours run: the same for statistics, for the last day and for the check. */
export function hourWords({ hours, units }: Policy): Words {
  const law = '法定的小时、分钟按自然时间连续计算（《民法典》第二百零一条）';
  return hours === 'opening'
    ? say(
        `${law}；承诺的按办公时间计，1小时＝${units.工作小时}`,
        `hours of the law go by the clock; those promised are hours of opening (${units.工作小时})`,
      )
    : say(
        `${law}；承诺的也是，写明“工作小时”的按办公时间计，1工作小时＝${units.工作小时}`,
        `hours go by the clock; 工作小时 are hours of opening (${units.工作小时})`,
      );
}
