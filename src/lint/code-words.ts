import { say, type Words } from '../model/words.ts';
import type { CodeFault } from '../text/codes.ts';
import type { UsccFault } from '../text/uscc.ts';

/** What is wrong with a 统一社会信用代码, in words. */
export function tellUsccFault(fault: UsccFault): Words {
  switch (fault.what) {
    case 'length':
      return say(
        '统一社会信用代码不是18位',
        'the unified social credit code has not 18 characters',
      );
    case 'alphabet':
      return say(
        '统一社会信用代码里有不用的字符（字母不用I、O、S、V、Z）或者区划不是6位数字',
        'the unified social credit code has characters that are not used',
      );
    case 'check':
      return say(
        `统一社会信用代码的校验码应为“${fault.expected}”`,
        `the check character of the unified social credit code should be “${fault.expected}”`,
      );
    case 'organisation':
      return say(
        `统一社会信用代码中组织机构代码的校验码应为“${fault.expected}”`,
        `the check character of the organisation code should be “${fault.expected}”`,
      );
  }
}

/** What is wrong with an implementation or handling code, in words. */
export function tellCodeFault(fault: CodeFault): Words {
  switch (fault.what) {
    case 'length':
      return say(`不是${fault.expected}位`, `has not ${fault.expected} characters`);
    case 'uscc': {
      const words = tellUsccFault(fault.fault);
      return say(`前18位的${words.zh}`, words.en);
    }
    case 'level':
      return say('第19位行使层级不是1至6', 'character 19, the level, is not 1 to 6');
    case 'basic':
      return say(
        '第20至31位不是基本编码（2位地区、2位类型、5位主项、3位子项）',
        'characters 20 to 31 are no basic code',
      );
    case 'serial':
      return say('最后2位序号不是数字', 'the last two characters are not digits');
  }
}
