import { say } from '../../model/words.ts';
import { type Duration, parseDuration } from '../../text/duration.ts';
import { remembered } from '../../text/remember.ts';
import type { Rule } from '../rule.ts';

/** An item is looked over again within the period that the catalogue sets itself. */
export const reviewOverdue: Rule = {
  id: 'review-overdue',
  severity: 'warning',
  title: say('超过核验周期', 'review overdue'),
  why: say(
    '目录规定了多久核验一次，过期没有核验，指南可能已经和实际不符。',
    'The catalogue sets a period of review; past it the guide may no longer be true.',
  ),
  citation: '《优化营商环境条例》第三十五条',
  bad: `reviewed: 2020-01-01
files:
  mingbai.yaml:
    review_period: 12个月
  laws/water-abstraction-regulation.yaml:
    amended: null`,
  good: 'files:\n  mingbai.yaml: { review_period: 12个月 }',
  *item({ value }, { catalog, today }) {
    const text = catalog.settings.value.review_period;
    const period = parseDuration(text ?? '');
    if (period === undefined || value.state === '取消') return;
    const { reviewed } = value;
    if (reviewed !== undefined && Number.isNaN(Date.parse(reviewed))) return;
    if (reviewed !== undefined && later(reviewed, period) >= today) return;
    yield {
      pointer: '/reviewed',
      message:
        reviewed === undefined
          ? say(
              `没有核验日期，目录规定每${text}核验一次`,
              `never reviewed; every ${text} it should`,
            )
          : say(
              `上次核验是${reviewed}，超过了${text}的核验周期`,
              `last reviewed ${reviewed}, longer ago than ${text}`,
            ),
      hint: say(
        '核验后把核验日期写成当天',
        'review it and set its date (reviewed, 核验日期) to the day',
      ),
    };
  },
};

/** By period, the day it ends on by the day it begins. */
const ENDS = new WeakMap<Duration, (day: string) => string>();

function later(day: string, period: Duration): string {
  let end = ENDS.get(period);
  if (end === undefined) {
    end = remembered((each) => dayAfter(each, period));
    ENDS.set(period, end);
  }
  return end(day);
}

const NEVER = Date.UTC(10_000, 0);

/**
 * The day a period after a day, as YYYY-MM-DD; working days are taken as calendar days. The last
 * day that can be written stands for any after it.
 */
function dayAfter(day: string, { amount, unit }: Duration): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === '年') date.setUTCFullYear(date.getUTCFullYear() + amount);
  else if (unit === '月') date.setUTCMonth(date.getUTCMonth() + amount);
  else date.setUTCDate(date.getUTCDate() + Math.ceil(amount));
  // NaN beyond any calendar.
  return date.getTime() < NEVER ? date.toISOString().slice(0, 10) : '9999-12-31';
}
