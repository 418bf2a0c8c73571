import { say } from '../../model/words.ts';
import { readBasicCode } from '../../text/codes.ts';
import type { Rule } from '../rule.ts';

/** A basic code is national (00) or of the catalogue's own province. */
export const codeRegion: Rule = {
  id: 'code-region',
  severity: 'error',
  title: say('基本编码的地区不是本省', 'a basic code of another province'),
  why: say(
    '基本编码的前2位是00（国家目录）或者本省代码，写成外省的，多半是从外省指南抄来的。',
    'The first two digits are 00 or the own province; another one was likely copied.',
  ),
  citation: 'GB/T 39554.1-2020（未核对原文）',
  bad: `codes:
  basic: "440119001000"
  implementation: null
  handling: null
files:
  mingbai.yaml:
    region_code: "990123"`,
  good: `codes:
  basic: "990119001000"
  implementation: null
  handling: null
files:
  mingbai.yaml:
    region_code: "990123"`,
  *item({ value }, { catalog }) {
    const region = catalog.settings.value.region_code?.slice(0, 2);
    const parts = readBasicCode(value.codes?.basic ?? '');
    if (region === undefined || parts === undefined) return;
    if (parts.region === '00' || parts.region === region) return;
    yield {
      pointer: '/codes/basic',
      range: [0, 2],
      message: say(
        `地区代码“${parts.region}”不是00（国家），也不是本省的“${region}”`,
        `region “${parts.region}” is neither 00 nor the own “${region}”`,
      ),
      hint: say('查对本省的基本目录', 'compare with the list of the own province'),
    };
  },
};
