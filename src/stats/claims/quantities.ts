import { parseChineseNumeral, toHalfWidth } from '../../text/numeral.ts';
import { foldScript } from '../../text/script.ts';
import { compare, divide, multiply, type Rational, rational } from '../rational.ts';
import type { Printed } from './number-in-text.ts';
import { type PlainNumber, plainNumber, SCALE } from './plain-number.ts';
import { TIME_UNIT } from './unit.ts';

/** A number in a text, with its place in characters. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** Written in digits, not in Chinese numerals. */
  readonly digits: boolean;
  readonly printed: Printed;
}

const DIGITS = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
const CHINESE = '[零〇一二两三四五六七八九十百千万亿]+';
const NUMBER = `(?:${DIGITS}|${CHINESE})`;
const SCALES = '[百千]?[万亿]|[百千](?!分)';
const SHARE = '%|‰|个百分点|成(?![为立效功绩果员品套熟本交长分])|折(?![算合叠扣])|倍';
const MEASURE = '(?:个?工作日|个月|小时|分钟|万?元|[份件天日月年项人次家种倍])';

/** A number with its scale and sign; its groups are named with `at`. */
function one(at: string): string {
  const number = `(?<number${at}>${NUMBER})\\s*(?<scale${at}>${SCALES})?`;
  return `${number}\\s*(?<more${at}>余|多|几)?\\s*(?<sign${at}>${SHARE})?`;
}

const WORDS = [
  `百分之(?<percent>${NUMBER}(?:点${CHINESE})?)(?:至百分之(?<percentTo>${NUMBER}))?`,
  `千分之(?<mille>${NUMBER})`,
  `(?<parts>${CHINESE}|\\d+)分之(?<part>${CHINESE}|\\d+)`,
  '(?<![\\d/.])(?<over>\\d{1,3})/(?<under>\\d{1,3})(?![\\d/.])(?!\\s*小时)',
  '翻(?<doubled>一|两|二|三)?番',
  '(?<halfUnit>半)(?=个?(?:工作日|小时|天|日|月|年))',
  '(?<half>过半|超半数|半数以上|一半以上|半数|一半)',
].join('|');
const SINGLE = `(?<minus>(?<![\\d年月])-(?=\\d)|负(?=\\d))?${one('')}(?<tenth>(?<=成)[一二三四五六七八九])?`;
const RANGE = `(?:${MEASURE})?\\s*(?:至|到|-|——?|～)\\s*${one('To')}`;
const FORM = new RegExp(`${WORDS}|${SINGLE}`, 'y');
const RANGE_FORM = new RegExp(`${WORDS}|${SINGLE}${RANGE}`, 'y');

/** Dates, hours of the clock, numbers of documents, telephones: no quantities. */
const NO_QUANTITY = new RegExp(
  [
    '\\d{4}\\s*年(?:度|底|初|来|以来|前|上半年|下半年)?(?:\\s*\\d{1,2}\\s*月)?(?:\\s*\\d{1,2}\\s*日)?',
    '\\d{1,2}\\s*月(?:份|底|初|中旬|上旬|下旬|末)?\\s*(?:至|到|-|—)\\s*\\d{1,2}\\s*月(?!\\d)',
    '(?<!个)\\d{1,2}\\s*月\\s*(?:\\d{1,2}\\s*[日号]|份|底|初|末|中旬|上旬|下旬)',
    '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?',
    '（\\d{4}）(?:\\s*第?\\d+\\s*号)?',
    '第\\s*(?:\\d+|[零〇一二两三四五六七八九十百千万]+)',
    '(?:\\d+\\s*[×xX]\\s*\\d+)\\s*小时|\\d{3,4}-\\d{7,8}|(?<!\\d)12345(?!\\d)|(?<![\\d.])1[12]\\d{3}(?=[、等]|\\s*(?:民情通)?热线)',
    '\\d+(?:\\.\\d+){2,}|[A-Za-z]+\\d+|\\d+[A-Za-z]+|[“"]\\d+[”"]|《[^》]*》',
    '（\\d{1,2}）|\\d+号',
    '十分|千万(?!元)|万一|万事|三七二十一|统一|(?<=[^\\d\\s])之一',
  ].join('|'),
  'g',
);

/** The numbers in a text: in digits, in Chinese numerals, shares, fractions and ranges. */
export function findQuantities(text: string): readonly Quantity[] {
  const plain = plainText(text);
  const found: Quantity[] = [];
  const starts = /[-负\d零〇一二两三四五六七八九十百千万亿翻过超半]/g;
  for (let at = nextOf(starts, plain, 0); at !== -1; ) {
    const match = matchAt(plain, at);
    const next = match === undefined ? undefined : quantityOf(match, plain);
    if (next !== undefined) found.push(next);
    at = nextOf(starts, plain, next === undefined ? at + (match?.[0].length ?? 1) : next.end);
  }
  return found;
}

/** The same characters at the same places; what only looks like a quantity is blotted out. */
function plainText(text: string): string {
  const folded = foldScript(toHalfWidth(text));
  const clean = folded.replace(/(?<=(?<!\d)\d{1,3})，(?=\d{3}(?!\d))/g, (comma, at: number) =>
    text[at] === ',' ? ',' : comma,
  );
  const whole = clean.trim().length;
  return clean.replace(NO_QUANTITY, (found) =>
    found.length === whole && /^\d+$/.test(found) ? found : '\u0000'.repeat(found.length),
  );
}

function nextOf(starts: RegExp, text: string, from: number): number {
  starts.lastIndex = from;
  return starts.exec(text)?.index ?? -1;
}

/** 从45天到3天 is no range. */
function matchAt(plain: string, at: number): RegExpExecArray | undefined {
  const moves = /[由从自][^，。；]{0,12}$/.test(plain.slice(Math.max(0, at - 14), at));
  for (const form of moves ? [FORM] : [RANGE_FORM, FORM]) {
    form.lastIndex = at;
    const match = form.exec(plain);
    if (match !== null) return match;
  }
  return undefined;
}

interface Written {
  readonly value: Rational;
  readonly step: Rational;
  readonly percent: boolean;
  readonly upTo?: Rational;
  readonly unit?: string;
  readonly vague?: string;
  readonly bound?: 'at-least' | 'at-most';
  readonly strict?: true;
}

function quantityOf(match: RegExpMatchArray, plain: string): Quantity | undefined {
  const start = match.index ?? 0;
  const written = shareInWords(match) ?? numberIn(match);
  if (written === undefined) return undefined;
  const end = start + match[0].trimEnd().length;
  const after = plain.slice(end);
  const unit = written.unit ?? (written.percent ? '' : unitOf(after));
  const [before, behind] = [plain.slice(Math.max(0, start - 5), start), after.slice(unit.length)];
  const around = { ...boundAround(before, behind), ...vagueAround(before, behind) };
  const text = plain.slice(start, end + (written.unit === undefined ? unit.length : 0)).trim();
  const printed: Printed = { text, ...around, ...written, unit };
  return { start, end, digits: /\d/.test(match[0]), printed };
}

/** 百分之九十五, 三分之二, 翻一番, 过半. */
function shareInWords({ groups = {} }: RegExpMatchArray): Written | undefined {
  const { percent, percentTo, mille, doubled, half, halfUnit } = groups;
  const [parts, part] = [groups.parts ?? groups.under, groups.part ?? groups.over];
  if (percent !== undefined) {
    const upTo = percentTo === undefined ? undefined : plainNumber(percentTo)?.value;
    return shareOf(percent, 100n, upTo);
  }
  if (mille !== undefined) return shareOf(mille, 1000n);
  if (parts !== undefined && part !== undefined) {
    const [whole, some] = [plainNumber(parts)?.value, plainNumber(part)?.value];
    if (whole === undefined || some === undefined || whole.n === 0n) return undefined;
    if (groups.over !== undefined && compare(some, whole) >= 0) return undefined;
    return { value: divide(some, whole), step: rational(1n, 100n), percent: true };
  }
  if (half !== undefined) {
    const share = { value: rational(1n, 2n), step: rational(1n, 100n), percent: true };
    return /过|超|以上/.test(half) ? { ...share, bound: 'at-least', strict: true } : share;
  }
  if (halfUnit !== undefined) return { value: HALF, step: HALF, percent: false };
  if (doubled === undefined) return undefined;
  const times = doubled === '三' ? 8n : doubled === '一' ? 2n : 4n;
  return { value: rational(times), step: rational(1n, 10n), percent: false, unit: '番' };
}

function shareOf(text: string, of: bigint, upTo?: Rational): Written | undefined {
  const number = plainNumber(text);
  if (number === undefined) return undefined;
  const by = rational(1n, of);
  const [value, step] = [multiply(number.value, by), multiply(number.step, by)];
  const range = upTo === undefined ? {} : { upTo: multiply(upTo, by) };
  return { value, step, percent: true, ...range };
}

function numberIn({ groups = {} }: RegExpMatchArray): Written | undefined {
  const { number = '', scale, more, sign, tenth, numberTo, scaleTo, moreTo, signTo } = groups;
  const own = scaled(number, scale, sign ?? signTo, tenth);
  if (own === undefined) return undefined;
  const vague = more ?? moreTo;
  const loose = vague === undefined ? own : { ...own, vague, step: looseStep(own) };
  const signed = groups.minus === undefined ? loose : { ...loose, value: minus(own.value) };
  const end = numberTo === undefined ? undefined : scaled(numberTo, scaleTo, signTo ?? sign);
  return end === undefined ? signed : rangeOf(signed, end, scale, scaleTo);
}

/** 5至8万: the scale of the upper end is that of both. */
function rangeOf(from: Written, to: Written, scale?: string, toScale?: string): Written {
  const shared = scale === undefined && toScale !== undefined && from.value.n < to.value.n;
  const value = shared ? multiply(from.value, rational(SCALE[toScale] ?? 1n)) : from.value;
  return { ...from, value, step: to.step, upTo: to.value };
}

function scaled(text: string, scale?: string, sign?: string, tenth?: string): Written | undefined {
  const number = plainNumber(text);
  if (number === undefined) return undefined;
  const times = rational(SCALE[scale ?? ''] ?? 1n);
  const [value, step] = [multiply(number.value, times), multiply(number.step, times)];
  if (sign === undefined) return { value, step, percent: false };
  if (sign === '倍') return { value, step, percent: false, unit: '倍' };
  if (sign === '成' || sign === '折') return tenths(number, text, sign, tenth);
  const by = rational(1n, sign === '‰' ? 1000n : 100n);
  const unit = sign === '个百分点' ? { unit: sign } : {};
  return { value: multiply(value, by), step: multiply(step, by), percent: true, ...unit };
}

/** 七折 is 70 % of the price, 七五折 75 %, 九成五 95 %. */
function tenths(number: PlainNumber, text: string, sign: string, more = ''): Written {
  const pair = /^[一二三四五六七八九]{2}$/.test(text) || /^[1-9][1-9]$/.test(text);
  const of = sign === '折' && pair ? 100n : 10n;
  const extra = more === '' ? 0 : (parseChineseNumeral(more) ?? 0);
  const value = divide(number.value, rational(of));
  if (extra === 0) return { value, step: divide(number.step, rational(of)), percent: true };
  const fine = rational(1n, 100n);
  const whole = { n: value.n * 100n + BigInt(extra) * value.d, d: value.d * 100n };
  return { value: rational(whole.n, whole.d), step: fine, percent: true };
}

/** 9000余: the last digit that is not zero counts, 10 余 by ones. */
function looseStep({ value, step }: Written): Rational {
  let loose = step;
  for (let next = multiply(loose, TEN); divides(next, value); next = multiply(next, TEN)) {
    loose = next;
  }
  return loose;
}

const TEN = rational(10n);
const HALF = rational(1n, 2n);

function divides(step: Rational, value: Rational): boolean {
  return value.n !== 0n && divide(value, step).d === 1n;
}

function minus({ n, d }: Rational): Rational {
  return { n: -n, d };
}

const UNIT_END =
  /(?:以上|以下|以内|以外|左右|上下|的|了|和|与|及|至|到|为|[压缩减增提升降由从在占已]).*$/;

function unitOf(after: string): string {
  const time = TIME_UNIT.exec(after)?.[0];
  if (time !== undefined) return time.trim();
  return (/^\s*([\u4e00-\u9fff]{1,8})/.exec(after)?.[1] ?? '').replace(UNIT_END, '');
}

type Around = Pick<Printed, 'bound' | 'strict'>;

/** 民法典第一千二百五十九条: 以上、以下、以内 take the number in, 不满、超过、以外 do not. */
function boundAround(before: string, after: string): Around {
  if (/不超过$|不多于$|不高于$|不大于$|至多$|最多$/.test(before)) return { bound: 'at-most' };
  if (/不少于$|不低于$|不小于$|至少$|达到?或超过$/.test(before)) return { bound: 'at-least' };
  if (/(?:低于|不足|少于|小于|不到|不满|未满)\s*$/.test(before)) {
    return { bound: 'at-most', strict: true };
  }
  if (/(?:超过?|高于|多于|大于|逾|突破)\s*$/.test(before)) {
    return { bound: 'at-least', strict: true };
  }
  if (/^\s*(?:及|或者?)?以上/.test(after)) return { bound: 'at-least' };
  if (/^\s*(?:及|或者?)?(?:以下|以内|之内)/.test(after)) return { bound: 'at-most' };
  return {};
}

function vagueAround(before: string, after: string): Pick<Printed, 'vague'> {
  const word =
    /(大约|大概|约|将近|接近|近)\s*$/.exec(before)?.[1] ??
    /^\s*(左右|上下)/.exec(after)?.[1] ??
    /^(?:个)?(余|多)(?!少|项|数|个|次)/.exec(after)?.[1];
  return word === undefined ? {} : { vague: word };
}
