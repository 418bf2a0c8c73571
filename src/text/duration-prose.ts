import { type Duration, formatDuration, parseDuration } from './duration.ts';
import { parseWholeNumber, toHalfWidth } from './numeral.ts';

/** A time limit for one stage or one kind of case. */
export interface NamedLimit {
  readonly name: string;
  readonly limit: string;
}

/** Time that is named beside the limit: a public notice, an expert review, an extension. */
export interface BesideLimit {
  readonly kind: string;
  readonly days: string;
  /** Whether it runs within the limit. */
  readonly counted: boolean;
}

/** Why a limit, or a part of it, was not understood. */
export type LimitDoubt =
  | 'none-word'
  | 'stages-only'
  | 'extension'
  | 'trailing-words'
  | 'vague'
  | 'not-understood';

/** A time limit as published, taken apart. All limits are worded as parseDuration reads them. */
export interface LimitReading {
  readonly total?: string;
  readonly starts?: '受理' | '收件';
  /** What is said besides the total, word for word. */
  readonly note?: string;
  readonly excludes: readonly string[];
  readonly beside: readonly BesideLimit[];
  readonly stages: readonly NamedLimit[];
  readonly alternatives: readonly NamedLimit[];
  readonly doubt?: LimitDoubt;
}

const NOTHING = { excludes: [], beside: [], stages: [], alternatives: [] };
const NONE = /^(?:无|没有|不限|未规定|无规定|未明确|暂无|[-—/]+)$/;
const AMOUNT = '(?:\\d+(?:\\.\\d+)?|[一二三四五六七八九十百两]+|半)';
const UNIT = '(?:工作日|自然日|日历日|分钟|小时|日|天|月|年)';
const LIMIT = `${AMOUNT}个?${UNIT}|即时|即办|当场`;
const CORE = new RegExp(`^(${AMOUNT})(个?)(${UNIT})(?:以内|之内|内)?$`);
const START =
  /^(?:自|从)?(?:正式)?(受理|收到|接到|接件|收件)(?:[^\d一二三四五六七八九十]{0,14}?)(?:之日|次日|当日|后)起?[,]?/;
const STAGE = new RegExp(
  '^(?:受理|审查|审核|初审|复审|终审|核准|审批|决定|办结|制证|发证|送达|公示|评审|专家评审|接件|上报|转报|' +
    '踏勘|勘验|现场(?:核查|勘查|勘验|踏勘|检查|审核|评审))$',
);

/** Reads `三个月`, `20工作日`, `15 个工作日`, `20日内` as the strict wording; undefined if unlike. */
export function strictLimit(text: string): string | undefined {
  const clean = compact(text)
    .replace(/^(?:共|为|:)/, '')
    .replace(/^(?:最长)?(?:不超过|不得超过)/, '');
  const instant = parseDuration(clean);
  if (instant?.unit === '即时') return '即时';
  const match = CORE.exec(clean);
  if (match === null) return undefined;
  const [, amount = '', measure = '', unit = ''] = match;
  const value = amount === '半' ? '半' : (wholeOf(amount) ?? amount);
  const duration = parseDuration(`${value}${measure}${unit}`);
  return duration === undefined ? undefined : canonical(duration);
}

function canonical(duration: Duration): string {
  return formatDuration(duration);
}

function wholeOf(amount: string): number | undefined {
  return /^\d+\.\d+$/.test(amount) ? undefined : parseWholeNumber(amount);
}

function compact(text: string): string {
  return toHalfWidth(text)
    .replace(/\s+/g, '')
    .replace(/[。.;,]+$/, '');
}

/** Takes a published time limit apart; what is not understood is named by `doubt`. */
export function readLimit(text: string): LimitReading {
  const clean = compact(text);
  if (NONE.test(clean)) return { ...NOTHING, note: text, doubt: 'none-word' };
  const simple = readSimple(clean);
  if (simple !== undefined) return { ...NOTHING, ...simple };
  return (
    readBracketed(text, clean) ??
    readSum(text, clean) ??
    readPieces(text, clean) ?? { ...NOTHING, note: text, doubt: doubtOf(clean) }
  );
}

function readSimple(clean: string): Pick<LimitReading, 'total' | 'starts'> | undefined {
  const start = START.exec(clean);
  const total = strictLimit(start === null ? clean : clean.slice(start[0].length));
  if (total === undefined) return undefined;
  if (start === null) return { total };
  return { total, starts: start[1] === '受理' ? '受理' : '收件' };
}

/** `20个工作日（…）`: the bracket is a note, and may name what is excluded or included. */
function readBracketed(text: string, clean: string): LimitReading | undefined {
  const open = clean.indexOf('(');
  if (open <= 0 || !clean.endsWith(')')) return undefined;
  const simple = readSimple(clean.slice(0, open));
  if (simple === undefined) return undefined;
  const note = text
    .slice(text.search(/[（(]/) + 1)
    .replace(/[)）][\s。.;；]*$/, '')
    .trim();
  return { ...NOTHING, ...simple, ...readNote(clean.slice(open + 1, -1)), note };
}

const WITHOUT = [
  /^(?:不(?:包括|包含|含|计|计算|计入|算)|除外:?)(.+?)(?:在内)?$/,
  /^(.+?)(?:除外|不计(?:入|算)?(?:在内|时限内?|办理时限)?|不(?:包括|包含|含|算)在内)$/,
];
const WITHIN = new RegExp(`^其中:?(.{2,12}?)(?:时间|时限|期限)?为?(${AMOUNT}个?${UNIT})$`);
const EXTENSION = /延长/;
const EXTENDED = new RegExp(`延长(?:期限)?(?:为|至多)?(${AMOUNT}个?${UNIT})$`);

function readNote(note: string): Partial<LimitReading> {
  const excludes: string[] = [];
  const beside: BesideLimit[] = [];
  let doubt: LimitDoubt | undefined;
  for (const part of note.split(/[,;。]/)) {
    const without = WITHOUT.map((form) => form.exec(part)?.[1]).find(
      (words) => words !== undefined,
    );
    const within = WITHIN.exec(part);
    if (without !== undefined) excludes.push(...without.split(/[、和及]/).map(eventOf));
    else if (within !== null) add(beside, within[1], within[2], true);
    else if (EXTENSION.test(part)) {
      if (!add(beside, '延长期限', EXTENDED.exec(part)?.[1], false)) doubt = 'extension';
    }
  }
  return { excludes, beside, ...(doubt === undefined ? {} : { doubt }) };
}

function add(beside: BesideLimit[], kind = '', written = '', counted: boolean): boolean {
  const days = strictLimit(written);
  if (days === undefined) return false;
  beside.push({ kind, days, counted });
  return true;
}

function eventOf(words: string): string {
  return words.replace(/(?:所需)?(?:的)?(?:时间|时限|期限)$/, '') || words;
}

/** `85个工作日+15日公示期`: time that runs besides the limit. */
function readSum(text: string, clean: string): LimitReading | undefined {
  const [first = '', second = '', ...more] = clean.split(/[+＋]/);
  const total = strictLimit(first);
  if (total === undefined || second === '' || more.length > 0) return undefined;
  const after = new RegExp(`^(${LIMIT})(\\D{2,8}?)(?:期|时间)?$`).exec(second);
  const before = new RegExp(`^(\\D{2,8}?)(?:期|时间)?(${LIMIT})$`).exec(second);
  const kind = after?.[2] ?? before?.[1];
  const beside: BesideLimit[] = [];
  if (kind === undefined || !add(beside, kind, after?.[1] ?? before?.[2], false)) return undefined;
  return { ...NOTHING, total, beside, note: text };
}

/** `受理：3个工作日；审核：10个工作日` or `报告书60日；报告表30日`: pieces each with a name. */
function readPieces(text: string, clean: string): LimitReading | undefined {
  const pieces = clean.split(/[;,。\n]|、(?=\D)/).filter((piece) => piece !== '');
  const named = pieces.map(namedLimit);
  if (named.some((one) => one === undefined)) return undefined;
  const limits = named.flatMap((one) => (one === undefined ? [] : [one]));
  const stages = limits.filter((one) => STAGE.test(stageName(one.name)));
  if (stages.length === limits.length) {
    const steps = stages.map((one) => ({ ...one, name: stageName(one.name) }));
    return { ...NOTHING, stages: steps, note: text, doubt: 'stages-only' };
  }
  const total = limits.filter((one) =>
    /^(?:总|共|合计|总计|办理)(?:时限|时间|期限)?$/.test(one.name),
  );
  if (total.length === 1 && stages.length === limits.length - 1) {
    const steps = stages.map((one) => ({ ...one, name: stageName(one.name) }));
    return { ...NOTHING, total: total[0]?.limit ?? '', stages: steps, note: text };
  }
  if (stages.length > 0 || limits.length < 2) return undefined;
  return { ...NOTHING, alternatives: limits };
}

const NAMED = new RegExp(`^(.*?)(?:[:]|为|需|不超过)?(${LIMIT})(?:以内|之内|内)?$`);

function namedLimit(piece: string): NamedLimit | undefined {
  const match = NAMED.exec(piece);
  const [, name = '', written = ''] = match ?? [];
  const limit = strictLimit(written);
  if (limit === undefined || name === '' || /[\d+]|\b个/.test(name)) return undefined;
  return { name, limit };
}

function stageName(name: string): string {
  return name.replace(/(?:环节|阶段)?(?:时限|时间|期限)?$/, '');
}

function doubtOf(clean: string): LimitDoubt {
  if (/^(?:原则上|一般|大约|约)|左右$|[-—~至到]\d/.test(clean)) return 'vague';
  return new RegExp(`^${LIMIT}(?:以内|之内|内)?\\D`).test(clean)
    ? 'trailing-words'
    : 'not-understood';
}
