import type { Day } from '../calendar/calendar.ts';
import { dayNumber, weekdayName } from '../calendar/dates.ts';
import { type Deadline, isLastDay, type LastDay } from '../calendar/deadline.ts';
import { say, type Words } from '../model/words.ts';
import { jsonText } from '../text/json-text.ts';
import { visible } from '../text/visible.ts';

/** One period whose end is asked for. */
export interface DueRow {
  /** Id and name of the item; absent when only a length was given. */
  readonly item?: { readonly id: string; readonly name: string };
  readonly label: Words;
  /** The length as written. */
  readonly limit: string;
  readonly deadline: Deadline;
}

/** All periods with what they were counted by. */
export interface DueReport {
  readonly accepted: string;
  /** The last year whose holidays are announced, and where the table comes from. */
  readonly announced: number;
  readonly source: string;
  readonly hours: string;
  /** How 小时 run, and what happened to the case. */
  readonly reading: readonly Words[];
  readonly rows: readonly DueRow[];
}

type Tell = (words: Words) => string;

const RULES = say(
  '算法：按日计的从受理次日起算（《民法典》第二百零一条）；工作日不含法定节假日（《行政许可法》第八十二条）；' +
    '自然日、月、年的最后一日是休息日的，顺延到下一个工作日（《民法典》第二百零三条）',
  'counted from the next day; working days leave out days off; other periods that end on a day ' +
    'off end on the next working day',
);

/** The deadlines as JSON. */
export function dueJson({ rows, reading, ...head }: DueReport, tell: Tell): string {
  const listed = rows.map(({ item, label, limit, deadline }) => ({
    ...(item === undefined ? {} : { item: item.id, name: item.name }),
    label: tell(label),
    limit,
    ...(isLastDay(deadline) ? dayJson(deadline, tell) : deadline),
  }));
  return `${jsonText({ ...head, reading: reading.map(tell), rows: listed }, 2)}\n`;
}

function dayJson({ skipped, worked, date, ...rest }: LastDay, tell: Tell) {
  const days = (list: readonly Day[]) =>
    list.map((day) => ({ date: day.date, why: tell(day.why) }));
  return { due: date, ...rest, skipped: days(skipped), worked: days(worked) };
}

/** The deadlines as text: each last day, and below it the days passed over with the reasons. */
export function dueTable(report: DueReport, tell: Tell): string {
  const { accepted, announced, source, hours, reading, rows } = report;
  const lines: string[] = [tell(say(`受理 ${accepted}`, `accepted ${accepted}`))];
  let last = '';
  for (const { item, label, limit, deadline } of rows) {
    if (item !== undefined && item.id !== last) {
      lines.push('', `${item.name}（${item.id}）`);
      last = item.id;
    }
    lines.push(`  ${tell(label)} ${limit} → ${tell(answerOf(deadline))}`);
    if (isLastDay(deadline)) lines.push(...reasons(deadline, tell).map((line) => `    ${line}`));
  }
  lines.push(
    '',
    tell(RULES),
    ...reading.map(tell),
    tell(
      say(
        `日历：国务院办公厅放假通知，收录到 ${announced} 年（${source}）；办公时间 ${hours}`,
        `calendar: notices up to ${announced} (${source}); opening hours ${hours}`,
      ),
    ),
  );
  return `${lines.map(visible).join('\n')}\n`;
}

/** The last day in words, or why there is none. */
export function answerOf(deadline: Deadline): Words {
  if (isLastDay(deadline)) {
    const weekday = weekdayName(dayNumber(deadline.date) ?? 0);
    const zh = `${deadline.date} ${weekday} ${deadline.time} 截止`;
    return say(zh, `${deadline.date} ${deadline.time}`);
  }
  if ('unknown' in deadline) {
    const year = deadline.unknown;
    return say(
      `未公布：${year} 年的放假安排没有收录（或者没有录全），算不出来；通知公布后用 mingbai calendar add 录入`,
      `unknown: the holidays of ${year} are not announced, or not entered in full`,
    );
  }
  return UNCLEAR[deadline.unclear];
}

const UNCLEAR: Record<'日' | '时刻' | '日期' | '太远' | '中止', Words> = {
  中止: say('还在中止，恢复以后才能算', 'suspended: it can be counted once it is resumed'),
  太远: say('太远了，过了9999年，算不出来', 'too far away: after the year 9999'),
  日: say(
    '没有写明是工作日还是自然日，用 --day 工作日 或者 --day 自然日 指明',
    'working or calendar days? say it with --day 工作日 or --day 自然日',
  ),
  时刻: say(
    '按小时、分钟计的时限要写受理时刻，例如 --accepted 2026-09-24T10:00',
    'a period in hours needs the time of acceptance: --accepted 2026-09-24T10:00',
  ),
  日期: say('没有这一天', 'there is no such day'),
};

function reasons({ skipped, worked, movedFrom, provisional }: LastDay, tell: Tell): string[] {
  const lines: string[] = [];
  if (movedFrom !== undefined) {
    lines.push(
      tell(say(`${movedFrom} 是休息日，顺延`, `${movedFrom} is a day off: moved to the next day`)),
    );
  }
  if (provisional !== undefined) {
    const zh = `暂定：${provisional} 年元旦的放假安排没有收录，12月的最后几天可能调休`;
    lines.push(tell(say(zh, `provisional: the notice for ${provisional} is not known`)));
  }
  if (skipped.length > 0) {
    const list = skipped.map((day) => `${day.date} ${tell(day.why)}`);
    lines.push(
      `${tell(say(`跳过 ${list.length} 天`, `${list.length} days off`))}：${list.join('、')}`,
    );
  }
  if (worked.length > 0) {
    const list = worked.map((day) => `${day.date} ${tell(day.why)}`);
    lines.push(`${tell(say('照常计入', 'counted'))}：${list.join('、')}`);
  }
  return lines;
}
