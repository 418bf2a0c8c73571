import { CharClass, classOf } from './characters.ts';

/** Units that follow a number, longer ones before those they begin with. */
export const UNITS: readonly string[] = [
  ...['个工作日', '个自然日', '工作日', '自然日', '个小时', '平方公里', '平方米', '立方米'],
  ...['个月', '小时', '分钟', '万元', '亿元', '公里', '公斤', '千克', '毫米', '厘米', '万人'],
  ...['周岁', '万吨', '千瓦', '万股', '年', '月', '日', '天', '时', '分', '秒', '周', '元', '角'],
  ...['份', '件', '次', '本', '页', '张', '项', '条', '款', '号', '楼', '层', '室', '岁', '人'],
  ...['名', '户', '个', '吨', '米', '克', '度', '路', '台', '套', '级', '类', '批', '家', '栋'],
  ...['幢', '座', '倍', '折', '亩', '升', '寸', '站', '期', '届', '版', '万', '亿', '余'],
];

const units = UNITS.map((unit) => Array.from(unit, (character) => character.codePointAt(0) ?? 0));

const ordinal = '第'.codePointAt(0);
const inside = new Set(Array.from('.,/-～~—–', (character) => character.codePointAt(0)));

/**
 * Calls `glue(i)` for each place after character i where a break would part a number from its
 * unit: `20|个|工|作|日`, `第|3|条`.
 */
export function glueNumbers(codes: ArrayLike<number>, glue: (index: number) => void): void {
  let index = 0;
  while (index < codes.length) {
    if (classOf(codes[index] ?? 0) !== CharClass.digit) {
      index += 1;
      continue;
    }
    const end = numberEnd(codes, index);
    if (index > 0 && codes[index - 1] === ordinal) glue(index - 1);
    const unit = unitAt(codes, end);
    for (let at = index; at < end - 1 + unit; at += 1) glue(at);
    index = end;
  }
}

function numberEnd(codes: ArrayLike<number>, start: number): number {
  let end = start + 1;
  while (end < codes.length) {
    const code = codes[end] ?? 0;
    if (classOf(code) === CharClass.digit) end += 1;
    else if (inside.has(code) && classOf(codes[end + 1] ?? 0) === CharClass.digit) end += 2;
    else break;
  }
  return end;
}

function unitAt(codes: ArrayLike<number>, start: number): number {
  const unit = units.find((candidate) =>
    candidate.every((code, offset) => codes[start + offset] === code),
  );
  return unit?.length ?? 0;
}
