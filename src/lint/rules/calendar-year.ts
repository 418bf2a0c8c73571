import { missingFestivals } from '../../calendar/whole-year.ts';
import { say } from '../../model/words.ts';
import type { Rule } from '../rule.ts';

/** A year that the settings call entered has the days off of every festival. */
export const calendarYear: Rule = {
  id: 'calendar-year',
  severity: 'error',
  title: say('年份的放假安排没有录全', 'the holidays of a year are not entered in full'),
  why: say(
    '放假安排没有录全的年份，节假日会当作工作日，到期日就算错。所以这样的年份不算，要录全才算。',
    'With holidays missing, days off would count as working days; such a year is not counted by.',
  ),
  citation: '《全国年节及纪念日放假办法》第二条',
  bad: 'files:\n  mingbai.yaml: { calendar: { years: [2027], holidays: [2027-01-01] } }',
  good: 'files:\n  mingbai.yaml: { calendar: { holidays: [2026-10-09] } }',
  *catalog({ catalog: { settings } }) {
    const { calendar = {} } = settings.value;
    for (const [index, year] of (calendar.years ?? []).entries()) {
      const missing = missingFestivals(year, calendar.holidays ?? []);
      if (missing.length === 0) continue;
      const names = missing.join('、');
      yield {
        path: settings.path,
        pointer: `/calendar/years/${index}`,
        message: say(
          `${year} 年的补充休息日里没有${names}，这一年不能用来算到期日`,
          `the days off of ${year} lack ${names}`,
        ),
        hint: say(
          '用 mingbai calendar add 录入国务院办公厅的放假通知，或者去掉这个年份',
          'enter the notice with mingbai calendar add, or take the year out',
        ),
      };
    }
  },
};
