import { say } from '../../model/words.ts';
import { usccFault } from '../../text/uscc.ts';
import { tellUsccFault } from '../code-words.ts';
import type { Rule } from '../rule.ts';

/** The code of a body has 18 characters, and both of its check characters hold. */
export const departmentCode: Rule = {
  id: 'department-code',
  severity: 'error',
  title: say('统一社会信用代码不对', 'a wrong unified social credit code'),
  why: say(
    '统一社会信用代码有两个校验码，算出来对不上就是抄错了。',
    'The code has two check characters; where they do not hold it was miscopied.',
  ),
  citation: 'GB 32100-2015',
  bad: 'files:\n  departments/water.yaml: { uscc: "11990123MB9K10019G" }',
  good: 'files:\n  departments/water.yaml: { uscc: "11990123MB9K10019F" }',
  *catalog({ catalog }) {
    for (const { path, value } of catalog.departments.values()) {
      const fault = value.uscc === undefined ? undefined : usccFault(value.uscc);
      if (fault === undefined) continue;
      yield {
        path,
        pointer: '/uscc',
        message: tellUsccFault(fault),
        hint: say('查对机构编制管理部门发的证书', 'compare with the certificate'),
      };
    }
  },
};
