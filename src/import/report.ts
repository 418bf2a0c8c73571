import type { Conclusion } from './reading.ts';
import { nameOf, type Summary, totalWords } from './summary.ts';
import { placeOf } from './table.ts';

const CONCLUSIONS: Record<Conclusion, string> = {
  'case-instant': '承诺办结时限写“即时”，办件类型填为即办件',
  'case-committed': '承诺办结时限是大于零的工作日，办件类型填为承诺件',
  'default-copies': '材料没有写份数，按原文写明的统一份数填写（计材料份数）',
  'none-left-out': '写着“无”的栏目不填写',
  'no-material': '申请材料写着“无需材料”或“免提交”，填为无需提交材料（空列表）',
  'no-fee': '“收费”写着“否”或“不收费”，填为不收费',
  'result-only': '文书中除受理、不予等程序文书外只有一份，填为办理结果',
  'result-decision': '文书中没有证照和批文，准予许可的决定书填为办理结果',
  'code-kind': '编码按位数归为基本编码、实施编码或业务办理项编码',
  'limit-committed': '只有“办理时限”一栏，没有写明法定还是承诺，填为承诺办结时限',
  'beside-limit': '时限之外另写的公示、延长等时间填为特别程序，读作不计入办结时限',
  'unit-in-head': '单元格里只有数字，单位取自表头',
  term: '表格里的叫法换成目录规定的说法',
  'code-term': '代码按国家交换表换成目录规定的说法',
  markup: '单元格里的网页或 Markdown 标记已去掉，原文留在原始记录中',
  'from-place': '表里没有这一栏，取自分节标题、工作表名称或文件名称',
  'sub-name': '主项和子项分两栏的，事项名称取子项',
  'form-or-medium': '原件、复印件归入材料类型，纸质、电子归入材料形式',
};

/** `import-report.md`: what was understood, and every text that is left to people. */
export function renderReport(summary: Summary): string {
  const sections = [
    headSection(summary),
    fieldSection(summary),
    conclusionSection(summary),
    departmentSection(summary),
    columnSection(summary),
    leftOutSection(summary),
    unresolvedSection(summary),
  ];
  const last = `${totalWords(summary).zh}。`;
  return `${[...sections.filter((section) => section !== ''), last].join('\n\n')}\n`;
}

function headSection({ fileName, records, items, departments, remarks, fields }: Summary): string {
  const open = items.filter((one) => one.reading.unresolved.length > 0).length;
  const sum = (key: 'filled' | 'understood' | 'unresolved'): number =>
    fields.reduce((total, field) => total + field[key], 0);
  return [
    '# 导入报告',
    '',
    `- 来源文件：${code(fileName)}`,
    `- 记录 ${records} 条，事项 ${items.length} 项，实施主体 ${departments} 个`,
    `- 有内容的栏目 ${sum('filled')} 个，读懂 ${sum('understood')} 个，` +
      `有待整理 ${sum('unresolved')} 个，涉及 ${open} 个事项`,
    '- 每条记录的原文逐字保留在事项文件末尾的 `imported.record` 中，不发布',
    '- 读不懂的文字逐字保留在 `imported.unresolved` 中，整理好后删去那一条即可',
    ...remarks.map((remark) => `- ${cell(remark)}`),
  ].join('\n');
}

function fieldSection({ fields }: Summary): string {
  const rows = fields.map(
    ({ label, heads, filled, understood, unresolved }) =>
      `| ${label} | ${heads.map(cell).join('、')} | ${filled} | ${understood} | ${unresolved} |`,
  );
  const head = ['| 栏目 | 原表头 | 有内容 | 读懂 | 待整理 |', '|---|---|---:|---:|---:|'];
  return ['## 各栏目', '', ...head, ...rows].join('\n');
}

function conclusionSection({ conclusions }: Summary): string {
  if (conclusions.size === 0) return '';
  const lines = Object.entries(CONCLUSIONS).flatMap(([kind, text]) => {
    const count = conclusions.get(kind as Conclusion);
    if (count === undefined) return [];
    const details = [...count.details].map(([detail, times]) => `  - ${cell(detail)}：${times} 处`);
    return [`- ${text}：${count.times} 处`, ...details];
  });
  return ['## 按规则得出的内容', '', ...lines].join('\n');
}

function departmentSection({ alike, merged }: Summary): string {
  const same = alike.map(
    ([a, b]) => `- ${cell(a.name)}（${code(a.id)}）与${cell(b.name)}（${code(b.id)}）`,
  );
  const spelled = merged.map(
    ({ id, names }) => `- ${code(id)}：${[...names].map(cell).join('、')}`,
  );
  return [
    ...(same.length === 0
      ? []
      : ['## 可能是同一实施主体', '', '没有合并，请核对：', '', ...same, '']),
    ...(spelled.length === 0
      ? []
      : ['## 写法不同的同一实施主体', '', '只差括号或空格，已合并：', '', ...spelled]),
  ]
    .join('\n')
    .trimEnd();
}

function columnSection({ unknown, kept, near }: Summary): string {
  if (unknown.length + kept.length === 0) return '';
  return [
    '## 没有写进事项的栏目',
    '',
    ...unknown.map((head) => {
      const one = near.get(head);
      const ask = one === undefined ? '' : `（是不是“${cell(one)}”？）`;
      return `- ${cell(head)}：不认得这个表头${ask}，内容保留在原始记录中`;
    }),
    ...kept.map((head) => `- ${cell(head)}：内容保留在原始记录中`),
  ].join('\n');
}

function leftOutSection({ leftOut }: Summary): string {
  if (leftOut.length === 0) return '';
  const lines = leftOut.map(
    ({ place, text, reason }) => `- ${cell(place)}（${cell(reason)}）：${cell(text)}`,
  );
  return ['## 没有导入的行', '', '这些行不是事项，没有导入：', '', ...lines].join('\n');
}

function unresolvedSection({ items }: Summary): string {
  const rows = items.flatMap(({ id, reading, row }) =>
    reading.unresolved.map(
      ({ field, text, reason }) =>
        `| ${cell(placeOf(row))} | ${code(id)} | ${cell(nameOf(reading, row))} | ${field} ` +
        `| ${reason} | ${cell(text)} |`,
    ),
  );
  if (rows.length === 0) return '## 待整理\n\n没有。';
  const head = ['| 序号 | 标识 | 事项 | 栏目 | 原因 | 原文 |', '|---:|---|---|---|---|---|'];
  return ['## 待整理', '', ...head, ...rows].join('\n');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', '')}\``;
}

/** A text in one table cell: word for word but for line feeds, bars and signs of Markdown. */
function cell(text: string): string {
  return text
    .replace(/[\\|`*_<]/g, '\\$&')
    .replace(/\s*\r?\n\s*/g, '<br>')
    .trim();
}
