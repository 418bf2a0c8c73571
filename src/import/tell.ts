import { say, type Words } from '../model/words.ts';
import { visible } from '../text/visible.ts';
import { type Summary, totalWords } from './summary.ts';

/** What the command says when it is done; its last line counts, and says what to run next. */
export function tellSummary(summary: Summary, folder: string): Words {
  const { alike, unknown, remarks, leftOut, near } = summary;
  const catalog = folder.replace(/[\\/]+$/, '');
  const report = `${catalog}/import-report.md`;
  const ask = (head: string): string =>
    near.has(head) ? `${head}（是不是“${near.get(head)}”？）` : head;
  const total = totalWords(summary);
  const zh = [
    `写入 ${folder}，读到什么、没有读懂什么都在 ${report}`,
    ...(alike.length === 0 ? [] : [`有 ${alike.length} 对实施主体名称相近，没有合并，请核对`]),
    ...(unknown.length === 0
      ? []
      : [
          `不认得的表头：${unknown.map(ask).join('、')}（内容留在原始记录中；用 --map 说明它们是什么）`,
        ]),
    ...(leftOut.length === 0 ? [] : [`有 ${leftOut.length} 行不是事项，没有导入`]),
    ...remarks,
    `${total.zh}。接下来运行：mingbai check ${catalog}`,
  ];
  const en = [
    `written to ${folder}; what was read and what was not is in ${report}`,
    ...(alike.length === 0
      ? []
      : [`${alike.length} pairs of department names are alike, not merged`]),
    ...(unknown.length === 0
      ? []
      : [`unknown columns, kept in the record (--map says what they are): ${unknown.join(', ')}`]),
    ...(leftOut.length === 0 ? [] : [`${leftOut.length} rows are no items and were left out`]),
    ...remarks,
    `${total.en}. Next: mingbai check ${catalog}`,
  ];
  return say(zh.map(visible).join('\n'), en.map(visible).join('\n'));
}
