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
const MOST_COMMAS = 20;
const LONGEST_INTRODUCTION = 48;
const [STOPS, OPENS, CLOSES, PAUSES] = [1, 2, 3, 4];
const KINDS = kindsOf({
  [STOPS]: '。；！？：，\n"',
  [OPENS]: '（《〈“',
  [CLOSES]: '）》〉”',
  [PAUSES]: '、',
});
const NUMERAL = /[0-9一二三四五六七八九十]/;
const INTRODUCTIONS =
  /^(?:.*(?:包括但不限于|不限于|包括|包含|提供|提交|出具|携带|例如|譬如|冠以|具有|具备|持有|涉及|比如|如下|按照)|如(?![果皋])|因(?![公私])|为(?!了))(?=.)/;
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
  const surveyed = survey(folded, at);
  const { begin, first, last, pauses } = surveyed;
  const { joints, cuts, begins } = conjunctions(folded.slice(last, at));
  const start = begin + introductionOf(folded.slice(begin, first));
  const closed = sticky(CLOSED, folded, at);
  const end = closed?.end ?? sticky(TAIL, folded, at)?.end ?? at + 1;
  const list = {
    start,
    last: Math.max(last + begins, start),
    etc: at,
    end,
    count: pauses + 1 + joints,
    most: pauses + 1 + cuts,
    stated: undefined,
    noun: folded.slice(at, end).replace(MEASURE, '').replace(/^等+/, ''),
  };
  if (!closed) return list;
  return counted(list, parseWholeNumber(closed.groups[0] ?? ''), folded, surveyed);
}

/** The list with the number it gives, read in whichever way agrees with it if one does. */
function counted(
  list: Enumeration,
  stated: number | undefined,
  folded: string,
  { begin, last, pauses, comma }: Survey,
): Enumeration {
  if (pauses === 0 && comma) {
    const commas = commaHeads(folded, begin);
    if (commas === stated) return { ...list, stated, count: commas, most: commas };
  }
  return { ...list, stated, most: list.most + conjunctions(folded.slice(begin, last)).cuts };
}

/** How many heads a list has that is parted by commas, its last one beginning at `begin`. */
function commaHeads(folded: string, begin: number): number {
  let heads = 1;
  let at = begin;
  while (folded.charAt(at - 1) === '，' && heads < MOST_COMMAS) {
    const part = survey(folded, at - 1);
    if (part.pauses > 0) return 0;
    heads += 1;
    at = part.begin;
  }
  return heads;
}

/** Whether the number given agrees with the heads listed. */
export function agrees({ stated, count, most }: Enumeration): boolean {
  return stated !== undefined && stated >= count && stated <= most;
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

/** What each character does to a list, 0 for nothing. */
function kindsOf(characters: Readonly<Record<number, string>>): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  for (const [kind, list] of Object.entries(characters)) {
    for (const char of list) kinds[char.charCodeAt(0)] = Number(kind);
  }
  return kinds;
}

interface Survey {
  /** Where the list begins, where its first head ends and its last one begins. */
  readonly begin: number;
  readonly first: number;
  readonly last: number;
  /** How many 、 part its heads. */
  readonly pauses: number;
  /** Whether a comma, and not a stop or bracket, stands before it. */
  readonly comma: boolean;
}

/** Reads back from `at` to where the list begins: a stop, a comma or an open bracket. */
function survey(folded: string, at: number): Survey {
  const floor = Math.max(0, at - REACH);
  let [depth, first, last, pauses] = [0, at, -1, 0];
  let i = at - 1;
  for (; i >= floor; i--) {
    const kind = KINDS[folded.charCodeAt(i)];
    if (kind === 0) continue;
    if (kind === CLOSES) depth += 1;
    else if (kind === OPENS && depth > 0) {
      depth -= 1;
      if (depth > 0 || !isBareJoint(folded, i)) continue;
      pauses += 1;
      first = i;
      if (last < 0) last = i;
    } else if (depth > 0) continue;
    else if (kind !== PAUSES || isNumbering(folded, i)) break;
    else {
      pauses += 1;
      first = i;
      if (last < 0) last = i + 1;
    }
  }
  const begin = i + 1;
  return { begin, first, last: last < 0 ? begin : last, pauses, comma: folded[i] === '，' };
}

/** Whether a title that begins at `i` follows another with no mark between: 《甲》《乙》. */
function isBareJoint(folded: string, i: number): boolean {
  return folded.charAt(i) === '《' && folded.charAt(i - 1) === '》';
}

/** Whether the 、 at `i` ends a paragraph number such as 一、 or 12、. */
function isNumbering(folded: string, i: number): boolean {
  if (!NUMERAL.test(folded.charAt(i - 1))) return false;
  let from = i;
  while (from > 0 && i - from < 4 && NUMERAL.test(folded.charAt(from - 1))) from -= 1;
  return from === 0 || /[\s。；：]/.test(folded.charAt(from - 1));
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

/** The text with everything in brackets and titles blanked, positions kept. */
function masked(text: string): string {
  return text.replace(/（[^（）]*）|《[^》]*》|“[^”]*”/g, (inner) => ' '.repeat(inner.length));
}
