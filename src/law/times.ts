import type { DurationUnit } from '../text/duration.ts';
import { parseWholeNumber } from '../text/numeral.ts';

/** A number and unit that stands in a sentence as a limit may, not yet judged. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly unit: DurationUnit;
  readonly kind: 'limit' | 'extension';
  readonly direction: 'after' | 'before';
}

const NUMBER = '(?:[零〇一二三四五六七八九十百千两]+|[0-9０-９]+|半)';
const UNIT = '(?:工作日|自然日|日|天|个?小时|分钟|个?月|年|周|个?星期)';
const TIME = new RegExp(`(${NUMBER})\\s*个?\\s*(${UNIT})(?:[（(][^（）()]*[)）])?`, 'g');

const UNITS: Record<string, DurationUnit> = {
  工作日: '工作日',
  自然日: '自然日',
  日: '日',
  天: '日',
  小时: '小时',
  个小时: '小时',
  分钟: '分钟',
  月: '月',
  个月: '月',
  年: '年',
};

/**
 * Every time in a sentence that is said as a limit: …内, …前, 延长…, 期限不超过…; in a list of
 * limits also one that stands at the end of its clause.
 */
export function timesOf(sentence: string, isListed = false): TimeSpan[] {
  const found: TimeSpan[] = [];
  for (const match of sentence.matchAll(TIME)) {
    const [whole, digits = '', word = ''] = match;
    const number = digits === '半' ? 0.5 : parseWholeNumber(digits);
    const weeks = /周|星期/.test(word);
    const unit = weeks ? '日' : UNITS[word];
    if (number === undefined || unit === undefined) continue;
    const start = match.index;
    const end = start + whole.length;
    const listed: Shape | undefined =
      isListed && /^[；;。.，]|^$/.test(sentence.slice(end, end + 1))
        ? { kind: 'limit', direction: 'after', end }
        : undefined;
    const shape = shapeOf(sentence, start, end, unit) ?? listed;
    if (shape === undefined) continue;
    found.push({ start, number: weeks ? number * 7 : number, unit, ...shape });
  }
  return found;
}

type Shape = Pick<TimeSpan, 'kind' | 'direction' | 'end'>;

const WITHIN = /^(?:的?(?:时间|期限))?(?:以内|之内|内)/;
const AHEAD = /^(?:的)?(?:以前|之前|前)(?!款|述|期|身|往|置|来|提(?![出交供请]))/;
const LONGER =
  /(?:延长|延期|顺延|展期|再延|宽限)[^，。；]{0,14}$|(?:延长|延期|顺延)[^。；]{0,24}(?:不得超过|不超过|不得多于|至多|最多|最长)[^，。；]{0,6}$/;
const AT_MOST =
  /(?:期限|时限|时间|期间|办结|总时|合计|累计)(?:，自[^，。；]{1,20}起)?[^，。；]{0,12}(?:不得超过|不超过|不得多于|最长不超过)[^，。；\d]{0,4}$/;
const TERM =
  /(?:办理|审批|审查|审核|处理|调查|评审|答复|复核|核查|调解|受理|审理|复议|办案|登记|鉴定|认定)(?:的)?(?:期限|时限|时间)为[^，。；\d]{0,8}$/;

function shapeOf(
  sentence: string,
  start: number,
  end: number,
  unit: DurationUnit,
): Shape | undefined {
  const before = sentence.slice(Math.max(0, start - 48), start);
  const after = sentence.slice(end, end + 12);
  if (LONGER.test(before)) {
    const tail = WITHIN.exec(after)?.[0].length ?? 0;
    return { kind: 'extension', direction: 'after', end: end + tail };
  }
  const within = WITHIN.exec(after);
  if (within !== null) {
    const direction = /(?<!以|之)前$/.test(before) ? 'before' : 'after';
    return { kind: 'limit', direction, end: end + within[0].length };
  }
  const ahead = AHEAD.exec(after);
  if (ahead !== null) return { kind: 'limit', direction: 'before', end: end + ahead[0].length };
  if (/提前(?:至少|不少于)?$/.test(before)) return { kind: 'limit', direction: 'before', end };
  if (unit !== '年' && (AT_MOST.test(before) || TERM.test(before))) {
    return { kind: 'limit', direction: 'after', end };
  }
  return undefined;
}

/** Whether somebody has to act within it: none of the many other things that times are for. */
export function isBound(sentence: string, time: TimeSpan): boolean {
  const before = sentence.slice(0, time.start);
  const after = sentence.slice(time.end);
  return !(
    isRepeated(before, time) ||
    isDate(before, sentence.slice(time.start, time.end + 2)) ||
    isBan(before, after, time) ||
    isCondition(before, after) ||
    (time.direction === 'after' && isValidity(before, after)) ||
    isPenalty(before, after)
  );
}

/** 每次不得超过三个月: how long a measure may be gone on with, again and again. */
function isRepeated(before: string, { kind }: TimeSpan): boolean {
  return kind === 'extension' && /每次(?:不得超过|不超过|最长|最多)?[^，。；]{0,4}$/.test(before);
}

/** 6月30日前, 第三十日, 每三年, 近五年. */
function isDate(before: string, whole: string): boolean {
  return (
    /(?:[\d一二三四五六七八九十]\s*月|年|第|每|近|最近|(?<!届|期)满|周|连续|累计|距|隔)$/.test(
      before,
    ) ||
    /^(?:\d{1,2}|[一二三四五六七八九十]+)月(?:底|份|中旬|上旬|下旬|[\d一二三四五六七八九十])/.test(
      whole,
    )
  );
}

const MODAL =
  /应当|必须|可以|有权|应(?!急|用|届|收|税)|不得|禁止|不再|(?<!或者|或|作出|是否)不予(?!受理决定|许可决定|批准的?决定)/;

/** 三年内不得申请: the first thing said of the time is that something is not done. */
function isBan(before: string, after: string, time: TimeSpan): boolean {
  if (time.direction === 'before' || time.kind === 'extension') return false;
  if (/(?:禁止|限制)其?$/.test(before)) return true;
  if (/(?:应当|必须|可以|应)[^，。；]*$/.test(before)) return false;
  const rest = /^[^。；]*/.exec(after)?.[0] ?? '';
  return /^(?:不|禁止)/.test(MODAL.exec(rest)?.[0] ?? '');
}

/** 六十日内仍不支付的, 六个月内曾受过…的, 二十日内不能作出决定的. */
function isCondition(before: string, after: string): boolean {
  const clause = /^[^，。；]*/.exec(after)?.[0] ?? '';
  const lead = before.split(/[，。；：]/).at(-1) ?? '';
  if (/应当(?!知)|必须|应(?!急|用|届|收|税|当知)/.test(lead)) return false;
  if (
    /^[，,]?(?:仍|未|没有|不|无|又|再次|多次|累计|连续|曾|发生|两次|因|逾期|有[^权关])/.test(after)
  )
    return true;
  return (
    /(?:仍|未|不能|没有|无法|无故|无正当理由|拒不)[^，。；]*的$/.test(clause) ||
    (/的$/.test(clause) &&
      !/应当|可以/.test(clause) &&
      /^[，。；]|$/.test(after.slice(clause.length, clause.length + 1)))
  );
}

/** 有效期五年内, 税务机关有权在…十年内. */
function isValidity(before: string, after: string): boolean {
  return (
    /(?:有效期|有效期限|任期|合同期|聘期|保修期|保质期|试用期|服务期|保护期|使用期|使用年限|保存期|保存期限|出让年限)[^，。；]{0,8}$/.test(
      before,
    ) || /^(?:有效|免征|免缴|减征|免费|享受|出生|生产的|发生的|到期的)/.test(after)
  );
}

function isPenalty(before: string, after: string): boolean {
  return (
    /(?:处以|取消其?|判处|拘留|徒刑|拘役|暂扣|停业|停产|并处)[^，。；]{0,12}$/.test(before) ||
    /^(?:有期徒刑|拘役|拘留|以上|以下)/.test(after)
  );
}
