/** The few words paper itself adds: page numbers, the mark of a continued table, the kind of sheet. */
export const words = {
  kind: '办事指南',
  brief: '办事指南（简版）',
  large: '办事指南（大字版）',
  emblem: '徽标',
  continued: '续表',
  colon: '：',
  ordinals: '一二三四五六七八九十',
  /** Page x of y. */
  page: (page: number, pages: number) => `第 ${page} 页 / 共 ${pages} 页`,
} as const;

/** A section's number as documents number them: 一、 … 十、 十一、 … 九十九、 */
export function sectionNumber(index: number): string {
  const number = index + 1;
  const digit = (value: number) => words.ordinals[value - 1] ?? '';
  const tens = Math.floor(number / 10);
  const ones = digit(number % 10);
  if (tens === 0) return `${ones}、`;
  return `${tens > 1 ? digit(tens) : ''}十${ones}、`;
}
