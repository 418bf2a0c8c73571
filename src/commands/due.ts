import type { OpeningHours } from '../calendar/hours.ts';
import type { Catalog } from '../model/catalog.ts';
import { say } from '../model/words.ts';
import type { DueRow } from '../report/deadlines.ts';
import type { SetBy } from '../stats/policy.ts';
import type { Duration } from '../text/duration.ts';
import { quotable } from '../text/visible.ts';
import { type CommandEntry, type Session, UsageError } from './command.ts';
import { courseWords, declareCourse, readCourse } from './course.ts';
import { hallHours, itemsOf, periodOf, rowsOf } from './due-rows.ts';

/** `mingbai due`: the last day of a period or of an item's limits, with the days passed over. */
export const dueCommand: CommandEntry = {
  name: 'due',
  summary: say(
    '算到期日：某个时长或者事项的各个时限，列出跳过的日子和原因',
    'the last day of a period or of the limits of an item, with the days passed over',
  ),
  declare(command, tell) {
    const what = say(
      '时长（例如 20个工作日）或者事项标识；不写就列全部事项',
      'duration or item id',
    );
    command
      .argument('[item|duration]', tell(what))
      .argument('[catalog]', tell(say('目录所在的文件夹', 'folder of the catalogue')))
      .option('--accepted <date>', tell(say('受理日期，可带时刻', 'date of acceptance')))
      .option('--day <unit>', tell(say('“日”按 工作日 还是 自然日', 'what 日 alone means')))
      .option('--hours <spans>', tell(say('办公时间', 'opening hours')))
      .option('--format <format>', tell(say('形式：table、json', 'table or json')), 'table');
    declareCourse(command, tell);
  },
  async run([what, folder], options, session) {
    const { calendarOf, dayOn } = await import('../calendar/calendar.ts');
    const { isLastDay } = await import('../calendar/deadline.ts');
    const { lastDayIn } = await import('../calendar/course.ts');
    const { formatHours, USUAL_HOURS } = await import('../calendar/hours.ts');
    const { CALENDAR_SOURCE } = await import('../calendar/years.gen.ts');
    const { dueJson, dueTable } = await import('../report/deadlines.ts');
    const { goesByTheClock, policyOf } = await import('../stats/policy.ts');
    const { hourWords } = await import('../stats/policy-words.ts');
    const { oneOf } = await import('./option-values.ts');
    const format = oneOf(options.format, FORMATS, say('这种形式', 'format'));
    const unit =
      options.day === undefined
        ? undefined
        : oneOf(options.day, DAYS, say('这种日', 'kind of day'));
    const accepted = await readAccepted(options.accepted ?? session.world.today);
    const duration = await periodOf(what);
    const catalog = await catalogFor(duration, folder, session);
    const calendar = calendarOf(catalog?.settings.value.calendar);
    const own = catalog?.settings.value.calendar;
    const given = await givenHours(options.hours ?? own?.hours);
    const course = await readCourse(options, accepted);
    const policy = policyOf(catalog?.settings.value.counting, asText(options.hours) ?? own?.hours);
    const due = (limit: Duration, by: SetBy, hours = given) => {
      const asked = inOpeningHours(bareDay(limit, unit), goesByTheClock(policy, by));
      return lastDayIn(asked, accepted, calendar, hours, course);
    };
    const rows: DueRow[] = [];
    if (duration !== undefined) {
      const label = say('时长', 'period');
      rows.push({ label, limit: what ?? '', deadline: due(duration, 'hall') });
    }
    for (const entry of duration === undefined ? itemsOf(catalog, what) : []) {
      const hours = given ?? (await hallHours(entry.value, catalog));
      rows.push(...rowsOf(entry, (limit, by) => due(limit, by, hours)));
    }
    const hours = formatHours(given ?? USUAL_HOURS);
    const source = sourceOf(CALENDAR_SOURCE, calendar.entered);
    const licence = what === undefined || rows.every(({ item }) => isLicence(catalog, item?.id));
    const reading = [hourWords(policy), ...courseWords(course, licence)];
    const report = { accepted, announced: calendar.last, source, hours, reading, rows };
    if (dayOn(accepted.slice(0, 10), calendar)?.working === false) {
      session.world.err(session.tell(say('受理日是休息日\n', 'accepted on a day off\n')));
    }
    const form = format === 'json' ? dueJson : dueTable;
    session.world.out(form(report, session.tell));
    return rows.every(({ deadline }) => isLastDay(deadline)) ? 0 : 1;
  },
};

const FORMATS = ['table', 'json'] as const;
const DAYS = ['工作日', '自然日'] as const;

/** 小时 that do not go by the clock, as hours of opening. */
function inOpeningHours(duration: Duration, byTheClock: boolean): Duration {
  const { amount, unit } = duration;
  if (byTheClock || (unit !== '小时' && unit !== '分钟')) return duration;
  return { amount: unit === '小时' ? amount : amount / 60, unit: '工作小时' };
}

/** A mere period is taken for one of the licensing law. */
function isLicence(catalog: Catalog | undefined, id: string | undefined): boolean {
  const type = catalog?.items.find((entry) => entry.id === id)?.value.type;
  return type === undefined || type === '行政许可';
}

function asText(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** Where each year comes from: the table of the program, or the settings. */
function sourceOf(table: string, entered: readonly number[]): string {
  return entered.length === 0 ? table : `${table}；${entered.join('、')} 年：mingbai.yaml`;
}

/** A day, with a time or without: 2026-09-24T10:00, 2026/9/24, 2026年9月24日 10:00. */
async function readAccepted(value: unknown): Promise<string> {
  const { dayGiven } = await import('./option-values.ts');
  const { readDate } = await import('../phrase/date.ts');
  const { readClock } = await import('../calendar/hours.ts');
  const [written = '', time, ...rest] = String(value).trim().split(/[T ]/);
  // What is written as the calendar writes it may be of any year.
  const day = dayGiven(written) ?? (/^\d+$/.test(written) ? undefined : readDate(written));
  const timed = time === undefined || (/^\d{2}:/.test(time) && readClock(time) !== undefined);
  if (day !== undefined && timed && rest.length === 0) {
    return time === undefined ? day : `${day}T${time}`;
  }
  const words = `“${quotable(value)}”`;
  throw new UsageError(
    say(
      `受理日期要写成 2026-09-24 或者 2026-09-24T10:00，要有这一天和这个时刻：${words}`,
      `not a day and time such as 2026-09-24T10:00: ${words}`,
    ),
  );
}

/** What 日 alone is taken for, when the caller says so. */
function bareDay(duration: Duration, day: (typeof DAYS)[number] | undefined): Duration {
  if (duration.unit !== '日' || day === undefined) return duration;
  return { ...duration, unit: day };
}

/** The catalogue; for a mere duration only when there is one. */
async function catalogFor(
  duration: Duration | undefined,
  folder: string | undefined,
  session: Session,
): Promise<Catalog | undefined> {
  const { openCatalog } = await import('./open.ts');
  try {
    return openCatalog(folder, session).catalog;
  } catch (error) {
    if (duration === undefined || folder !== undefined || !(error instanceof UsageError))
      throw error;
    return undefined;
  }
}

async function givenHours(text: unknown): Promise<OpeningHours | undefined> {
  if (text === undefined) return undefined;
  const { readHours } = await import('../calendar/hours.ts');
  const hours = readHours(String(text));
  if (hours !== undefined) return hours;
  const word = quotable(text);
  throw new UsageError(say(`读不懂办公时间“${word}”`, `opening hours “${word}” not understood`));
}
