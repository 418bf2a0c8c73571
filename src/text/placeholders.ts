import { toHalfWidth } from './numeral.ts';

const WORDS = new Set(
  [
    [
      '略',
      '暂略',
      '从略',
      '无',
      '暂无',
      '没有',
      '无内容',
      '空',
      '空白',
      '待定',
      '待补充',
      '待完善',
    ],
    ['待填写', '未填写', '未知', '不详', '不明', 'N/A', 'NA', 'NULL', 'NONE', 'TBD', 'XXX', 'XX'],
    ['符合相关规定', '符合有关规定', '按相关规定', '按有关规定', '按规定执行', '按规定办理'],
    ['按照相关规定执行', '按照有关规定执行', '依法办理', '依据法律法规', '同上', '参照执行'],
    ['符合相关规定,提交相关申请材料', '符合法定条件', '相关法律法规'],
  ].flat(),
);
const MARKS = /^[-—–_/\\.。·…*×?？#~～]+$/;
const SEE = /^(?:详?见|请见|参见)(?:附件|附表|附录|附后)(?:[一二三四五六七八九十\d]*)$/;

/** What a placeholder can begin with, so that most texts need no closer look. */
const FIRST = new Set('["“「（(【)”」）】。.;；详请参见-—–_/\\·…*×?？#~～');
for (const word of WORDS) FIRST.add(word.charAt(0));

/** By the code of a text's first character: 1 it can begin a placeholder, 2 it cannot. */
const BEGINNINGS = new Uint8Array(0x10000);

function mayBegin(code: number): boolean {
  if (BEGINNINGS[code] === 0) {
    const first = toHalfWidth(String.fromCharCode(code)).trim().toUpperCase();
    BEGINNINGS[code] = first === '' || FIRST.has(first) ? 1 : 2;
  }
  return BEGINNINGS[code] !== 2;
}

/**
 * Whether a text only holds a place and says nothing: 略, 无, /, 暂无, 待定, 符合相关规定.
 * 详见附件 counts as one unless a file is attached.
 */
export function isPlaceholder(text: string, attached = false): boolean {
  if (!mayBegin(text.charCodeAt(0))) return false;
  const clean = toHalfWidth(text.trim()).replace(/^["“「（(【]+|["”」）)】。.;；]+$/g, '');
  if (clean === '') return true;
  if (SEE.test(clean)) return !attached;
  return WORDS.has(clean.toUpperCase()) || MARKS.test(clean);
}
