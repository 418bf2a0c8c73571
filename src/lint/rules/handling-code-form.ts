import { say } from '../../model/words.ts';
import { codeFault } from '../../text/codes.ts';
import { tellCodeFault } from '../code-words.ts';
import type { Rule } from '../rule.ts';

/** A handling code is an implementation code and a serial of two digits. */
export const handlingCodeForm: Rule = {
  id: 'handling-code-form',
  severity: 'error',
  title: say('业务办理项编码的结构或校验码不对', 'a handling code of wrong structure'),
  why: say(
    '业务办理项编码是33位：31位实施编码加2位序号。',
    'A handling code has 33 characters: the implementation code and two digits.',
  ),
  citation: 'GB/T 39554.1-2020（未核对原文）、GB 32100-2015',
  bad: `codes:
  basic: null
  implementation: null
  handling: "11440300693951377334420150520080"`,
  good: 'codes: { basic: null, implementation: null, handling: null }',
  *item({ value }) {
    const code = value.codes?.handling;
    const fault = code === undefined ? undefined : codeFault(code, 33);
    if (fault === undefined) return;
    const words = tellCodeFault(fault);
    yield {
      pointer: '/codes/handling',
      message: say(`业务办理项编码${words.zh}`, `handling code: ${words.en}`),
      hint: say('查对赋码系统里的编码', 'compare with the code that was assigned'),
    };
  },
};
