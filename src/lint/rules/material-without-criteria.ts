import { say } from '../../model/words.ts';
import { paste } from '../paste.ts';
import { oddRows, rowSeverity } from '../rows.ts';
import type { Rule } from '../rule.ts';

/** Each material that is asked for says by what it is accepted: else the window decides. */
export const materialWithoutCriteria: Rule = {
  id: 'material-without-criteria',
  severity: 'warning',
  title: say('有的材料没有受理标准', 'a material without its acceptance standard'),
  why: say(
    '别的材料都写了怎样才算合格，这一份没有写，收不收就由窗口人员决定。',
    'Where one material has no standard, the clerk decides whether it is good enough.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: `materials:
  - { name: 取水许可申请书, necessity: 必要, criteria: 末页盖章或者签名。 }
  - { name: 取水计量设施照片, necessity: 必要 }`,
  good: `materials:
  - { name: 取水许可申请书, necessity: 必要, criteria: 末页盖章或者签名。 }
  - { name: 取水计量设施照片, necessity: 必要, criteria: 读数清晰可辨。 }`,
  *item({ value, source }, { catalog }) {
    const rows = oddRows(
      value.materials ?? [],
      ({ waiver }) => waiver === undefined,
      ({ criteria }) => criteria,
    );
    for (const { row, at } of rows) {
      yield {
        pointer: `/materials/${at}/name`,
        severity: rowSeverity(catalog),
        message: say(
          `材料“${row.name}”没有写受理标准`,
          `material “${row.name}” has no acceptance standard`,
        ),
        hint: paste(
          source,
          `/materials/${at}/criteria`,
          say('写明怎样才算合格', 'say what makes it acceptable'),
        ),
      };
    }
  },
};
