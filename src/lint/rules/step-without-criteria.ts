import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { paste } from '../paste.ts';
import { oddRows, rowSeverity } from '../rows.ts';
import type { Rule } from '../rule.ts';

type Step = NonNullable<Item['steps']>[number];

/** Each step in which somebody judges says by what standard. */
export const stepWithoutCriteria: Rule = {
  id: 'step-without-criteria',
  severity: 'warning',
  title: say('有的环节没有审查标准', 'a step without its review standard'),
  why: say(
    '受理、踏勘、审查、审核、决定这些环节要作判断，不写标准，结果就看由谁来办。',
    'Where a step that judges has no standard, the result depends on who judges.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: `steps:
  - { name: 受理, kind: 受理, role: 水利窗口, limit: 1个工作日, criteria: 必要材料都已提交。 }
  - { name: 决定, kind: 决定, role: 分管负责人, limit: 1个工作日 }`,
  good: `steps:
  - { name: 受理, kind: 受理, role: 水利窗口, limit: 1个工作日, criteria: 必要材料都已提交。 }
  - { name: 决定, kind: 决定, role: 分管负责人, limit: 1个工作日, criteria: 受理条件全部达到的，批准。 }`,
  *item({ value, source }, { catalog }) {
    for (const { row, at } of oddRows(value.steps ?? [], isJudging, ({ criteria }) => criteria)) {
      yield {
        pointer: `/steps/${at}/name`,
        severity: rowSeverity(catalog),
        message: say(
          `环节“${row.name}”没有写审查标准`,
          `step “${row.name}” has no review standard`,
        ),
        hint: paste(
          source,
          `/steps/${at}/criteria`,
          say('写明按什么标准判断', 'say by what it is judged'),
        ),
      };
    }
  },
};

/** Whether somebody judges in a step: by its kind, else by its name. */
function isJudging({ kind, name }: Step): boolean {
  if (kind !== undefined) return /受理|踏勘|审查|审核|决定/.test(kind);
  return /受理|踏勘|勘验|核查|审查|审核|审批|决定/.test(name);
}
