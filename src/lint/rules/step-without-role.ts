import { say } from '../../model/words.ts';
import { paste } from '../paste.ts';
import { asksForCriteria, oddRows, rowSeverity } from '../rows.ts';
import type { Rule } from '../rule.ts';

/** Each step names the post that does it, so that somebody answers for it. */
export const stepWithoutRole: Rule = {
  id: 'step-without-role',
  severity: 'warning',
  title: say('环节没有写办理岗位', 'a step without the post that does it'),
  why: say(
    '每个环节写明由哪个岗位办，才能责任到岗，超时了才知道是谁。',
    'With the post named for each step, somebody answers for it.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: `steps:
  - { name: 受理, kind: 受理, role: 水利窗口, limit: 1个工作日, criteria: 必要材料都已提交。 }
  - { name: 决定, kind: 决定, limit: 1个工作日, criteria: 受理条件全部达到的，批准。 }`,
  good: `steps:
  - { name: 受理, kind: 受理, role: 水利窗口, limit: 1个工作日, criteria: 必要材料都已提交。 }
  - { name: 决定, kind: 决定, role: 分管负责人, limit: 1个工作日, criteria: 受理条件全部达到的，批准。 }`,
  *item({ value, source }, { catalog }) {
    const steps = value.steps ?? [];
    const odd = oddRows(
      steps,
      () => true,
      ({ role }) => role,
    );
    const [first] = steps;
    const open = asksForCriteria(catalog) && steps.every(({ role }) => !role);
    const rows = open && first !== undefined ? [{ row: first, at: 0 }] : odd;
    for (const { row, at } of rows) {
      yield {
        pointer: `/steps/${at}/name`,
        severity: rowSeverity(catalog),
        message: say(
          `环节“${row.name}”没有写办理岗位`,
          `step “${row.name}” names no post that does it`,
        ),
        hint: paste(source, `/steps/${at}/role`, say('写岗位，不写姓名', 'a post, no name')),
      };
    }
  },
};
