import { say } from '../../model/words.ts';
import { readBasicCode } from '../../text/codes.ts';
import { spelt } from '../key-words.ts';
import type { Rule } from '../rule.ts';

/** A basic code has 12 characters: region, type, main item, sub-item. */
export const basicCodeForm: Rule = {
  id: 'basic-code-form',
  severity: 'error',
  title: say('基本编码的结构不对', 'a basic code of wrong structure'),
  why: say(
    '国家基本编码是12位：2位地区、2位事项类型、5位主项、3位子项（可以有字母，如W00）。地方自编的写到 local_basic。',
    'A national code is 2 region, 2 type, 5 main, 3 sub characters; local ones go to local_basic.',
  ),
  citation: 'GB/T 39554.1-2020（未核对原文）',
  bad: 'codes: { basic: "00011900100", implementation: null, handling: null }',
  good: 'codes: { basic: "000119001000", implementation: null, handling: null }',
  *item({ value, source }) {
    const code = value.codes?.basic;
    if (code === undefined || readBasicCode(code) !== undefined) return;
    const length = [...code].length;
    yield {
      pointer: '/codes/basic',
      message: say(
        length === 12 ? `“${code}”不是基本编码的结构` : `基本编码应为12位，“${code}”有${length}位`,
        length === 12 ? `“${code}” is no basic code` : `“${code}” has ${length} characters, not 12`,
      ),
      hint: spelt(
        source,
        say('查对国家基本目录；地方编码写到 {codes.local_basic}', 'compare with the national list'),
      ),
    };
  },
};
