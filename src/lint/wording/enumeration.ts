import { parseWholeNumber } from '../../text/numeral.ts';

/** A list that ends in 等, read backwards from that word in a folded text. */
export interface Enumeration {
  /** Where the list begins, words that introduce it (提交, 包括, 如) left out. */
  readonly start: number;
  /** Where its last head begins. */
  readonly last: number;
  /** Where 等 stands. */
  readonly etc: number;
  /** Where what belongs to 等 ends: 相关, 其他 and a noun such as 材料 after it. */
  readonly end: number;
  /** The number of heads as listed, and at most, if every 和 and 或 parts two. */
  readonly count: number;
  readonly most: number;
  /** The number that the text itself gives: 等3项 → 3; undefined when it gives none. */
  readonly stated: number | undefined;
  /** The noun or measure after 等, for a rewrite: 项材料, 材料; '' when nothing fits. */
  readonly noun: string;
}

const REACH = 240;
const LONGEST_INTRODUCTION = 48;
const STOP = '。；！？：\n“"，';
const INTRODUCTIONS =
  /^.*(?:包括但不限于|不限于|包括|包含|提供|提交|出具|携带|例如|譬如|冠以|具有|具备|持有|涉及|比如|如下|因|如|为|按照|凭|有)(?=.)/;
const NUMBERING =
  /^\s*(?:（[0-9一二三四五六七八九十]+）|[0-9]+[.．、）]|[一二三四五六七八九十]+、)\s*/;
const CONJUNCTION = /以及|或者|和|及|与|或/g;
const CLOSED =
  /等(?:上述|以上|这|共|下列)?([0-9]+|[一二两三四五六七八九十百]+)(?:个|项|种|类|份|家|部|件|名|张|条|方面|级|所|人|款|门|区|市|县|省|国|科|套|本|册|枚|台|座|间|片|位|方|大|地|处|行业|环节|材料|证照|要素)/y;
const TAIL =
  /等+(?:相关|有关|其他|必要|特殊|各类|多种|多项|多个|若干|一系列)*(?:证明材料|申请材料|申报材料|材料|资料|文件|证明|证件|证照|手续|部门|单位|机构|机关|情形|情况|条件|方式|要求|专业|内容|事项|项目|人员|设施|设备|制度|活动|用途|程序|信息|费用|方面)?/y;
const MEASURE = /^等(?:上述|以上|这|共|下列)?(?:[0-9]+|[一二两三四五六七八九十百]+)/;
/** Doings that two and two make one name: 保护和利用规划 is one head, 身份证和户口簿 are two. */
const DOING =
  /(?:保护|生产|设计|建设|管理|使用|规划|利用|销售|经营|研究|运输|储存|施工|监理|检验|检测|安全|质量|技术|培训|维护|安装|研制|开发|采集|审查|监督|教育|进口|制造|加工)$/;

/** Reads the list whose 等 stands at `at` in a folded text; bounded work. */
export function readEnumeration(folded: string, at: number): Enumeration {
  const begin = listStart(folded, at);
  const parts = partsOf(folded, begin, at);
  const first = parts[0] ?? { start: begin, end: at };
  const introduced = introductionOf(folded.slice(first.start, first.end));
  const lastPart = parts.at(-1) ?? first;
  const lastText = folded.slice(lastPart.start, lastPart.end);
  const { joints, cuts, begins } = conjunctions(lastText);
  const inner = parts.slice(0, -1).reduce((sum, part) => sum + innerCuts(folded, part), 0);
  const start = first.start + introduced;
  const last = lastPart.start + begins;
  const closed = sticky(CLOSED, folded, at);
  const tailEnd = closed?.end ?? sticky(TAIL, folded, at)?.end ?? at + 1;
  return {
    start,
    last: Math.max(last, start),
    etc: at,
    end: tailEnd,
    count: parts.length + joints,
    most: parts.length + cuts + inner,
    stated: closed ? parseWholeNumber(closed.groups[0] ?? '') : undefined,
    noun: folded.slice(at, tailEnd).replace(MEASURE, '').replace(/^等+/, ''),
  };
}

/** Whether the number given agrees with the heads listed. */
export function agrees({ stated, count, most }: Enumeration): boolean {
  return stated !== undefined && stated >= count && stated <= most;
}

interface Part {
  readonly start: number;
  readonly end: number;
}

function introductionOf(head: string): number {
  const number = NUMBERING.exec(head)?.[0].length ?? 0;
  const words = head.slice(number, number + LONGEST_INTRODUCTION);
  return number + (INTRODUCTIONS.exec(words)?.[0].length ?? 0);
}

function sticky(
  regex: RegExp,
  text: string,
  at: number,
): { end: number; groups: string[] } | undefined {
  regex.lastIndex = at;
  const match = regex.exec(text);
  return match ? { end: regex.lastIndex, groups: match.slice(1) } : undefined;
}

function listStart(folded: string, at: number): number {
  const floor = Math.max(0, at - REACH);
  let depth = 0;
  let comma = -1;
  let pauses = 0;
  for (let i = at - 1; i >= floor; i--) {
    const char = folded.charAt(i);
    if (char === '）' || char === '》' || char === '”') depth += 1;
    else if (char === '（' || char === '《' || (char === '“' && depth > 0)) {
      if (depth === 0) return i + 1;
      depth -= 1;
    } else if (depth === 0 && char === '、' && isNumbering(folded, i)) return i + 1;
    else if (depth === 0 && char === '、') pauses += 1;
    else if (depth === 0 && char === '，' && pauses === 0 && comma < 0) comma = i;
    else if (depth === 0 && STOP.includes(char)) return i + 1;
    if (depth === 0 && comma >= 0 && pauses > 0) return comma + 1;
  }
  return floor;
}

/** Whether the 、 at `i` ends a paragraph number such as 一、 or 12、. */
function isNumbering(folded: string, i: number): boolean {
  const before = /(?:^|[\s。；])[（]?([0-9]+|[一二三四五六七八九十]+)$/.exec(
    folded.slice(Math.max(0, i - 5), i),
  );
  return before !== null && before.index + before[0].length === Math.min(i, 5);
}

function partsOf(folded: string, begin: number, end: number): Part[] {
  const separator = topLevel(folded, begin, end, '、').length > 0 ? '、' : '，';
  const parts: Part[] = [];
  let start = begin;
  for (const cut of topLevel(folded, begin, end, separator)) {
    parts.push({ start, end: cut });
    start = cut + 1;
  }
  parts.push({ start, end });
  return parts;
}

function topLevel(folded: string, begin: number, end: number, char: string): number[] {
  const found: number[] = [];
  let depth = 0;
  for (let i = begin; i < end; i++) {
    const here = folded.charAt(i);
    if (here === '（' || here === '《' || here === '“') depth += 1;
    else if (here === '）' || here === '》' || here === '”') depth = Math.max(0, depth - 1);
    else if (here === char && depth === 0) found.push(i);
  }
  return found;
}

function conjunctions(text: string): { joints: number; cuts: number; begins: number } {
  let joints = 0;
  let cuts = 0;
  let begins = 0;
  for (const match of masked(text).matchAll(CONJUNCTION)) {
    const left = text.slice(0, match.index);
    if (left === '' || match.index + match[0].length >= text.length) continue;
    cuts += 1;
    if (DOING.test(left)) continue;
    joints += 1;
    begins = match.index + match[0].length;
  }
  return { joints, cuts, begins };
}

function innerCuts(folded: string, part: Part): number {
  return conjunctions(folded.slice(part.start, part.end)).cuts;
}

/** The text with everything in brackets and titles blanked, positions kept. */
function masked(text: string): string {
  return text.replace(/（[^（）]*）|《[^》]*》|“[^”]*”/g, (inner) => ' '.repeat(inner.length));
}
