import { addMonths, dateOf, dayNumber } from '../../calendar/dates.ts';
import type { Entry } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { say } from '../../model/words.ts';
import { type Duration, parseDuration } from '../../text/duration.ts';
import { type FigureSpec, partOf } from '../figure.ts';

/** 无错误事项占比: of findings at the level of errors that an item has by itself. */
export function soundFigure(errorsOf: (entry: Entry<Item>) => number): FigureSpec {
  return {
    key: 'sound',
    label: say('无错误事项占比', 'items without errors'),
    kind: 'share',
    formula: say('没有错误级别问题的事项 ÷ 全部计入的事项', 'items without errors ÷ all items'),
    judge: (entry) => {
      const errors = errorsOf(entry);
      return partOf(errors === 0, '', say(`错误${errors}处`, `${errors} errors`));
    },
  };
}

/** 按期核验占比: of items whose review is not overdue on a day (YYYY-MM-DD). */
export function reviewedFigure(today: string): FigureSpec {
  return {
    key: 'reviewed',
    label: say('按期核验占比', 'items reviewed in time'),
    kind: 'share',
    formula: say(
      '没有超过核验周期的事项 ÷ 全部计入的事项；没有核验日期的算超过',
      'items reviewed in time ÷ all items; never reviewed is overdue',
    ),
    judge: ({ value: { reviewed } }, { catalog }) => {
      const period = parseDuration(catalog.settings.value.review_period ?? '');
      if (period === undefined) {
        const reason = say('目录没有规定核验周期', 'the catalogue sets no period of review');
        return { pointer: '/reviewed', reason };
      }
      if (reviewed === undefined) return partOf(false, '', say('没有核验日期', 'never reviewed'));
      const until = endOf(reviewed, period);
      const words = say(`${reviewed}核验，到${until}`, `reviewed ${reviewed}, until ${until}`);
      return partOf(until >= today, '/reviewed', words);
    },
  };
}

/** The last day of a period of review; working days are taken as calendar days. */
function endOf(day: string, { amount, unit }: Duration): string {
  const start = dayNumber(day) ?? 0;
  if (unit === '年') return dateOf(addMonths(start, amount * 12));
  return dateOf(unit === '月' ? addMonths(start, amount) : start + Math.ceil(amount));
}
