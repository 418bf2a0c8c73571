import { type Duration, parseDuration } from './duration.ts';
import { parseWholeNumber, toHalfWidth } from './numeral.ts';

/** Something that running text claims, with its place in characters of the text. */
export interface Claim<T> {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The clause it stands in. */
  readonly clause: string;
  readonly value: T;
}

const NUMBER = '(\\d+(?:\\.\\d+)?|[一二三四五六七八九十两]+|半)';
const UNIT = '(工作日|自然日|小时|分钟|日|天|月)';
const DONE =
  '(?:办结|办完|办好|办理完毕|审批完毕|审结|拿到?证|领到?证|取证|出证|发证|作出[^，。；,;]{0,14}决定)';
const LIMIT = new RegExp(
  `${NUMBER}\\s*(?:个)?${UNIT}(?:以内|之内|内|后)?(?:就|即|便)?(?:可以?|能|予以|给予|完成)?${DONE}`,
  'g',
);
/** 承诺办结时限为10个工作日; 法定 before it speaks of the law. */
const NAMED_LIMIT = new RegExp(
  `(?<!法定)(?:承诺(?:办结|办理)?|办结|办理)(?:时限|期限)(?:为|是|：|:)?\\s*${NUMBER}\\s*(?:个)?${UNIT}`,
  'g',
);
const AT_ONCE =
  /(?:当场|即时|立即|现场|立等)(?:就)?(?:可以?|能|予以)?(?:办结|办完|办好|拿到?证|领到?证|取证|出证|发证|可取)/g;

/** Clauses that speak of another time than that of the whole case. */
const ANOTHER_TIME =
  /延长|最快|平均|大约|左右|原来|原先|缩短|压缩|以前|过去|公示|听证|送达|之前|提前|逾期|补正|届满|决定之日|加急|另行/;

/** One of these stands in every text with such a claim: how `DONE` and `AT_ONCE` go. */
export const LIMIT_WORDS: readonly string[] = [
  ...['办结', '办完', '办好', '理完', '批完', '审结', '拿到', '拿证', '领到', '领证', '取证'],
  ...['出证', '发证', '作出', '可取', '时限', '期限'],
];

/** Times within which a text says the case is done: `10个工作日内办结`, `当场办结`. */
export function findLimitClaims(text: string): Claim<Duration>[] {
  const half = toHalfWidth(text);
  const claims: Claim<Duration>[] = [];
  for (const match of [...half.matchAll(LIMIT), ...half.matchAll(NAMED_LIMIT)]) {
    const [found, number = '', unit = ''] = match;
    const amount = number === '半' ? 0.5 : Number(parseAmount(number));
    const value = parseDuration(
      `${amount}${unit === '工作日' || unit === '月' ? '个' : ''}${unit}`,
    );
    const claim = value === undefined ? undefined : claimAt(text, match.index, found, value);
    if (claim !== undefined && !ANOTHER_TIME.test(upTo(claim))) claims.push(claim);
  }
  for (const { 0: found, index } of half.matchAll(AT_ONCE)) {
    const claim = claimAt<Duration>(text, index, found, { amount: 0, unit: '即时' });
    if (!ANOTHER_TIME.test(upTo(claim)) && !/不能|无法|不予|可以当场|能够当场/.test(claim.clause)) {
      claims.push(claim);
    }
  }
  return claims;
}

/** The clause from its start to the next comma after the claim. */
function upTo({ clause, text }: Claim<Duration>): string {
  const end = clause.indexOf(text) + text.length;
  const rest = clause.slice(end).search(/[，,]/);
  return rest === -1 ? clause : clause.slice(0, end + rest);
}

function parseAmount(text: string): number | undefined {
  return /^\d/.test(text) ? Number(text) : parseWholeNumber(text);
}

const ASKED = '(?:共需?|需要?|须|要|提交|提供|准备|携带|带齐?|备齐|交齐?|以上|下列|以下)';
const PAPERS = '(?:项|种|样|份)(?:申请|申报|书面|纸质)?(?:材料|资料)';
const COUNT = new RegExp(
  `${ASKED}[^，。；,;、其第\\d]{0,4}(\\d+|[一二三四五六七八九十两]+)\\s*${PAPERS}`,
  'g',
);

/** One of these stands in every text that counts materials: how `PAPERS` begins. */
export const COUNT_WORDS: readonly string[] = [...'项种样份'].flatMap((measure) =>
  [...'申书纸材资'].map((next) => measure + next),
);

/** Numbers of materials that a text names: `共需提交5项材料`. */
export function findMaterialCounts(text: string): Claim<number>[] {
  return [...toHalfWidth(text).matchAll(COUNT)].flatMap(({ 0: found, 1: number = '', index }) => {
    const value = parseWholeNumber(number);
    const claim = value === undefined ? undefined : claimAt(text, index, found, value);
    return claim === undefined || /其中|之一|任[一意]|选/.test(claim.clause) ? [] : [claim];
  });
}

const NEED_NOT = '(?:不用|不必|无需|无须)';
const COMING = '(?:跑腿|跑大厅|到现场|到场|到(?:办事|政务服务)大厅|到窗口|来大厅)';
const NONE = new RegExp(
  `一次(?:也|都)?${NEED_NOT}(?:跑|到|去|来)|${NEED_NOT}${COMING}|零跑动|零跑腿`,
  'g',
);
const SOME =
  /(?:(?:只需|只要|需要?|要|最多|须)(?:到(?:现场|大厅|窗口|场)|跑|来|去)(?:现场|大厅|窗口|跑|办)*|(?<![不未第])到(?:现场|大厅|窗口))\s*(\d+|[一二两三四五])\s*(?:次|趟)/g;

/** One of these stands in every text that counts visits: of `NONE`, and the measures of `SOME`. */
export const VISIT_WORDS: readonly string[] = ['不用', '不必', '无需', '无须', '零跑', '次', '趟'];

/** Numbers of visits that a text names: `一次也不用跑` is 0, `只需跑一次` 1. */
export function findVisitClaims(text: string): Claim<number>[] {
  const half = toHalfWidth(text);
  const none = [...half.matchAll(NONE)].map(({ 0: found, index }) =>
    claimAt(text, index, found, 0),
  );
  const some = [...half.matchAll(SOME)].flatMap(({ 0: found, 1: number = '', index }) => {
    const value = parseWholeNumber(number);
    return value === undefined ? [] : [claimAt(text, index, found, value)];
  });
  return [...none, ...some].filter(
    ({ clause }) => !/如果|委托|可以选择|邮寄|网上|也可|的话/.test(clause),
  );
}

const SETS = /一式\s*(\d+|[一二三四五六七八九十两]+)\s*份/g;

/** Stands in every text with `一式三份`, folded or not. */
export const SETS_WORD = '一式';

/** `一式三份` and its number. */
export function findSets(text: string): Claim<number>[] {
  return [...toHalfWidth(text).matchAll(SETS)].flatMap(({ 0: found, 1: number = '', index }) => {
    const value = parseWholeNumber(number);
    return value === undefined ? [] : [claimAt(text, index, found, value)];
  });
}

function claimAt<T>(text: string, start: number, found: string, value: T): Claim<T> {
  const end = start + found.length;
  const before = Math.max(
    ...['。', '；', '！', '？', '\n'].map((stop) => text.lastIndexOf(stop, start - 1)),
  );
  const rest = text.slice(end).search(/[。；！？\n]/);
  const clause = text.slice(before + 1, rest === -1 ? text.length : end + rest);
  return { start, end, text: text.slice(start, end), clause, value };
}
