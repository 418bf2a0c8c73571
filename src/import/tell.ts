import { say, type Words } from '../model/words.ts';
import { visible } from '../text/visible.ts';
import type { Summary } from './report.ts';

/** What the command says when it is done. */
export function tellSummary(summary: Summary, folder: string): Words {
  const { items, departments, alike, unknown, remarks } = summary;
  const filled = summary.fields.reduce((sum, field) => sum + field.filled, 0);
  const open = summary.fields.reduce((sum, field) => sum + field.unresolved, 0);
  const report = `${folder.replace(/[\\/]+$/, '')}/import-report.md`;
  const zh = [
    `已导入 ${items.length} 项，实施主体 ${departments} 个，写入 ${folder}`,
    `有内容的栏目 ${filled} 个，其中 ${open} 个有待整理，见 ${report}`,
    ...(alike.length === 0 ? [] : [`有 ${alike.length} 对实施主体名称相近，没有合并，请核对`]),
    ...(unknown.length === 0 ? [] : [`不认得的表头：${unknown.join('、')}（内容留在原始记录中）`]),
    ...remarks,
  ];
  const en = [
    `${items.length} items and ${departments} departments imported into ${folder}`,
    `${open} of ${filled} filled fields need attention: see ${report}`,
    ...(alike.length === 0
      ? []
      : [`${alike.length} pairs of department names are alike, not merged`]),
    ...(unknown.length === 0 ? [] : [`unknown columns, kept in the record: ${unknown.join(', ')}`]),
    ...remarks,
  ];
  return say(zh.map(visible).join('\n'), en.map(visible).join('\n'));
}
