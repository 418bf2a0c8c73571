import { say } from '../../model/words.ts';
import { NATIONAL_TYPES, readBasicCode } from '../../text/codes.ts';
import type { Rule } from '../rule.ts';

/** In a national code (region 00) digits 3 and 4 are the item's type. */
export const codeType: Rule = {
  id: 'code-type',
  severity: 'error',
  title: say('编码里的类型与事项类型矛盾', 'the type in the code is not the item’s'),
  why: say(
    '国家基本编码的第3、4位是事项类型：01行政许可、05行政给付、07行政确认、10“其他行政权力”、20公共服务。各省自编的类型表不同，不作比较。',
    'In a national code digits 3 and 4 are the type; the tables of provinces differ.',
  ),
  citation: 'GB/T 39554.1-2020（未核对原文）',
  bad: 'type: 行政许可\ncodes: { basic: "000719001000", implementation: null, handling: null }',
  good: `type: 行政许可
codes:
  basic: "000119001000"
  implementation: null
  handling: null`,
  *item({ value }) {
    const { basic, implementation, handling } = value.codes ?? {};
    const key = basic ? 'basic' : implementation ? 'implementation' : 'handling';
    const offset = basic ? 0 : 19;
    const code = (basic ?? implementation ?? handling ?? '').slice(offset, offset + 12);
    const parts = readBasicCode(code);
    const wanted = NATIONAL_TYPES[value.type];
    // A type that there is not has its own finding.
    if (parts === undefined || wanted === undefined) return;
    if (parts.region !== '00' || parts.type === wanted) return;
    const type = Object.entries(NATIONAL_TYPES).find(([, digits]) => digits === parts.type)?.[0];
    yield {
      pointer: `/codes/${key}`,
      range: [offset + 2, offset + 4],
      message: say(
        `编码里的类型是${parts.type}（${type ?? '国家类型表里没有'}），事项类型却是${value.type}（${wanted}）`,
        `the code says type ${parts.type}, but the item is ${value.type} (${wanted})`,
      ),
      hint: say('改正编码或者事项类型', 'mend the code or the type'),
    };
  },
};
