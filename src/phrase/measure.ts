import { type Duration, formatDuration, parseDuration } from '../text/duration.ts';
import { parseWholeNumber } from '../text/numeral.ts';
import { foldScript } from '../text/script.ts';

/** An amount of days and the like in digits or Chinese numerals; 半 stands for a half. */
export const AMOUNT = '(?:\\d+(?:\\.\\d+)?|[一二三四五六七八九十百两]+|半)';
/** Longer words first. 周 and 季度 are no units of a limit: what they count is not said. */
export const UNIT = '(?:工作日|工作天|自然日|自然天|日历日|日历天|分钟|小时|日|天|月|年)';
/** `20个工作日`, `20（工作日）`, `20个（工作日）`, `20（个工作日）`, `20日（工作日）`. */
export const MEASURE =
  `${AMOUNT}(?:个?${UNIT}(?:(?:以内|内)?（(?:按|以)?(?:工作日|自然日)(?:计算?)?）)?` +
  `|个?（(?:单位：)?个?${UNIT}）)`;

const PARTS = new RegExp(
  `^(${AMOUNT})(?:(个?)(${UNIT})(?:(?:以内|内)?（(?:按|以)?(工作日|自然日)(?:计算?)?）)?|个?（(?:单位：)?个?(${UNIT})）)$`,
);
const CANONICAL: Record<string, string> = { 工作天: '工作日', 自然天: '自然日', 日历天: '自然日' };
const MOST_YEARS = 99;

/** The normal form of a measure of time (`20个工作日`); undefined for what is none. */
export function normalMeasure(text: string): string | undefined {
  const match = PARTS.exec(text);
  if (match === null) return undefined;
  const [, amount = '', measure = '', plain, kind, bracketed] = match;
  // `20日（工作日）` says which days are meant; `20个月（工作日）` contradicts itself.
  if (kind !== undefined && plain !== '日' && plain !== '天' && plain !== kind) return undefined;
  const word = kind ?? plain ?? bracketed ?? '';
  const unit = CANONICAL[word] ?? word;
  // `3月` may be March.
  if (plain === '月' && measure === '') return undefined;
  const value = /[\d.半]/.test(amount) ? amount : String(parseWholeNumber(amount) ?? '');
  const duration = parseDuration(`${value}${unit === '月' ? '个' : ''}${unit}`);
  if (duration === undefined || duration.amount === 0) return undefined;
  if (duration.unit === '年' && duration.amount > MOST_YEARS) return undefined;
  return normal(duration);
}

function normal(duration: Duration): string {
  const { amount, unit } = duration;
  const halved = amount === 0.5 && (unit === '年' || unit === '日');
  return halved ? `半${unit}` : formatDuration(duration);
}

/** A text as the grammars read it: one spelling, without blanks; `at` leads back to the source. */
export interface Compact {
  readonly text: string;
  /** For each character, and for the end, its place in the source. */
  readonly at: readonly number[];
}

/** Takes out blanks and folds widths and scripts; punctuation becomes full-width. */
export function compact(source: string): Compact {
  const folded = foldScript(source);
  const at: number[] = [];
  let text = '';
  for (let place = 0; place < folded.length; place++) {
    const char = folded[place] ?? '';
    if (/[\s\u200b\ufeff]/.test(char)) continue;
    text += char;
    at.push(place);
  }
  at.push(source.length);
  return { text, at };
}

/** The words of the source between two places of its compact form. */
export function sourceOf(source: string, { at }: Compact, from: number, to: number): string {
  return source.slice(at[from] ?? source.length, to === from ? at[from] : (at[to - 1] ?? 0) + 1);
}
