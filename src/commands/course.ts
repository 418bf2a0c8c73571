import type { Command } from 'commander';
import type { Course, Pause } from '../calendar/course.ts';
import { say, type Words } from '../model/words.ts';
import { formatDuration } from '../text/duration.ts';
import { quotable } from '../text/visible.ts';
import { UsageError } from './command.ts';

/** Declares what may have happened to a case after it was accepted. */
export function declareCourse(command: Command, tell: (words: Words) => string): void {
  const collect = (value: string, all: readonly string[] = []) => [...all, value];
  command
    .option('--extended <period>', tell(say('延长的时长，例如 10个工作日', 'extension')))
    .option(
      '--suspended <days>',
      tell(say('中止..恢复的日期，可写多次', 'suspended..resumed; may be repeated')),
      collect,
    )
    .option(
      '--special <procedure>',
      tell(
        say('特别程序，例如 听证=2026-03-05..2026-03-10', 'procedure=first..last day not counted'),
      ),
      collect,
    );
}

/** Reads what the options say. Throws UsageError for what is no period or no span of days. */
export async function readCourse(
  options: Record<string, unknown>,
  accepted: string,
): Promise<Course> {
  const { periodOf } = await import('./due-rows.ts');
  const { extended } = options;
  const extension = extended === undefined ? undefined : await periodOf(String(extended));
  if (extended !== undefined && extension === undefined) {
    const word = quotable(extended);
    throw new UsageError(say(`“${word}”不是时长`, `“${word}” is no period`));
  }
  const pauses: Pause[] = [];
  for (const text of listed(options.suspended)) {
    const [from, until] = await spanOf(text, accepted);
    pauses.push({ kind: '中止', from, ...(until === undefined ? {} : { until }) });
  }
  for (const text of listed(options.special)) {
    const [, kind = '', days = ''] = /^([^=＝]+)[=＝](.+)$/.exec(text) ?? [];
    if (kind === '') throw wrong(text);
    const [from, last] = await spanOf(days, accepted);
    // Its last day is a day of the procedure; without one it goes on.
    const until = last === undefined ? undefined : await dayAfter(last);
    pauses.push({ kind, from, ...(until === undefined ? {} : { until }) });
  }
  return { ...(extension === undefined ? {} : { extension }), pauses };
}

/** The course in sentences, each with the article it rests on. */
export function courseWords({ extension, pauses }: Course, licence: boolean): readonly Words[] {
  const words: Words[] = [];
  if (extension !== undefined) {
    const period = formatDuration(extension);
    const law = licence
      ? '经本行政机关负责人批准，理由要告知申请人（《行政许可法》第四十二条）'
      : '延长要有法律、法规依据，并告知申请人';
    words.push(say(`延长${period}：${law}`, `extended by ${period}`));
  }
  for (const { kind, from, until } of pauses) {
    const span = until === undefined ? `${from}起` : `${from}起，${until}继续计算`;
    const law =
      kind === '中止'
        ? '中止期间不计算在办理时限内，中止和恢复都要告知申请人'
        : '所需时间不计算在办理时限内，要书面告知申请人（《行政许可法》第四十五条）';
    const rule =
      kind !== '中止' && !licence ? '所需时间不计算在办理时限内，要有法律、法规依据' : law;
    words.push(say(`${kind}：${span}，${rule}`, `${kind} from ${from} until ${until ?? '…'}`));
  }
  return words;
}

function listed(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** 2026-03-05..2026-03-20; the second day is absent while it goes on. */
async function spanOf(
  text: string,
  accepted: string,
): Promise<readonly [string, string | undefined]> {
  const { readDate } = await import('../phrase/date.ts');
  const [first = '', second = '', ...more] = text.split(/\.\.+|至|～|~|—+/);
  const from = readDate(first.trim());
  const until = second.trim() === '' ? undefined : readDate(second.trim());
  const broken = second.trim() !== '' && until === undefined;
  if (from === undefined || broken || more.length > 0) throw wrong(text);
  if ((until !== undefined && until < from) || from < accepted.slice(0, 10)) {
    const word = quotable(text);
    throw new UsageError(
      say(`“${word}”要在受理以后，先开始后结束`, `“${word}”: after acceptance, in order`),
    );
  }
  return [from, until];
}

async function dayAfter(date: string): Promise<string> {
  const { dateOf, dayNumber } = await import('../calendar/dates.ts');
  return dateOf((dayNumber(date) ?? 0) + 1);
}

function wrong(text: string): UsageError {
  const word = quotable(text);
  const zh = `“${word}”要写成 2026-03-05..2026-03-20，特别程序前面加名称，例如 听证=2026-03-05..2026-03-10`;
  return new UsageError(say(zh, `“${word}” is no span such as 2026-03-05..2026-03-20`));
}
