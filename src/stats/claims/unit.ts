/** What a number counts; only numbers of one kind can be added. */
export type UnitKind = 'time' | 'money' | 'people' | 'share' | 'thing' | 'open';

const TIMES = '工作日|自然日|日历日|小时|分钟|周|星期|日|天|月|年';

/** A unit of time at the beginning of what follows a number. */
export const TIME_UNIT = new RegExp(`^\\s*(?:个(?=工作日|自然日|日历日|小时|月|星期))?(${TIMES})`);

const SAME: Readonly<Record<string, string>> = { 日: '天', 日历日: '自然日', 星期: '周' };

/** The unit of time in a unit as written (个工作日, 天, 个月); undefined for any other unit. */
export function timeUnit(unit: string): string | undefined {
  const word = TIME_UNIT.exec(unit)?.[1];
  return word === undefined ? undefined : (SAME[word] ?? word);
}

/** The kind of a unit as written; `open` where nothing is written. */
export function kindOf(unit: string): UnitKind {
  if (unit === '') return 'open';
  if (unit === '个百分点') return 'share';
  if (timeUnit(unit) !== undefined) return 'time';
  if (/^(?:余|多)?(?:元|角)/.test(unit)) return 'money';
  if (/^(?:余|多)?(?:人(?!次|大)|名|位)/.test(unit)) return 'people';
  return 'thing';
}
