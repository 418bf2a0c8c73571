import { say } from '../../model/words.ts';
import { codeFault } from '../../text/codes.ts';
import { tellCodeFault } from '../code-words.ts';
import type { Rule } from '../rule.ts';

/** An implementation code is 统一社会信用代码, level and basic code; its check digits hold. */
export const implementationCodeForm: Rule = {
  id: 'implementation-code-form',
  severity: 'error',
  title: say('实施编码的结构或校验码不对', 'an implementation code of wrong structure'),
  why: say(
    '实施编码是31位：18位统一社会信用代码、1位行使层级、12位基本编码。错一位，好差评和统计就对不上。地方编码写到 local。',
    '31 characters: 18 social credit code, 1 level, 12 basic code. Local codes go to local.',
  ),
  citation: 'GB/T 39554.1-2020（未核对原文）、GB 32100-2015',
  bad: `codes:
  basic: null
  implementation: "1111000000000000004000119001000"
  handling: null`,
  good: `codes:
  basic: null
  implementation: null
  handling: null
  local: 511A0138000000-511602`,
  *item({ value }) {
    const code = value.codes?.implementation;
    const fault = code === undefined ? undefined : codeFault(code, 31);
    if (fault === undefined) return;
    const words = tellCodeFault(fault);
    yield {
      pointer: '/codes/implementation',
      message: say(`实施编码${words.zh}`, `implementation code: ${words.en}`),
      hint: say('查对赋码系统里的编码', 'compare with the code that was assigned'),
    };
  },
};
