import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HolidayNotice } from '../calendar/notice.ts';
import { say } from '../model/words.ts';
import { quotable } from '../text/visible.ts';
import { type CommandEntry, type Session, UsageError } from './command.ts';

/** `mingbai calendar add`: the State Council's yearly notice into the settings. */
export const calendarCommand: CommandEntry = {
  name: 'calendar',
  summary: say(
    '录入国务院办公厅的放假通知：calendar add 通知.txt',
    "enter the State Council's notice of holidays: calendar add notice.txt",
  ),
  declare(command, tell) {
    command
      .argument('<action>', tell(say('add：录入一份通知', 'add: enter a notice')))
      .argument('<notice>', tell(say('通知的文本；- 是标准输入', 'its text; - is standard input')))
      .argument('[catalog]', tell(say('目录所在的文件夹', 'folder of the catalogue')))
      .option('--dry-run', tell(say('只显示，不写入', 'show, write nothing')));
  },
  async run([action = '', notice = '', folder], options, session) {
    const { oneOf } = await import('./option-values.ts');
    oneOf(action, ['add'], say('这种操作', 'action'));
    const { readNotice } = await import('../calendar/notice.ts');
    const { ANNOUNCED } = await import('../calendar/years.gen.ts');
    const { readLines } = await import('./plain-text.ts');
    const read = readNotice((await readLines(notice, session)).join('\n'));
    const { year, faults } = read;
    session.world.out(table(read, session));
    if (year === undefined || faults.length > 0) {
      const why = faults.map(quotable).join('；');
      throw new UsageError(say(`没有录入：${why}`, `not entered: ${why}`));
    }
    if (ANNOUNCED[year] !== undefined) {
      const zh = `程序已经收录 ${year} 年，不用录入\n`;
      session.world.out(session.tell(say(zh, `${year} is known already\n`)));
      return 0;
    }
    if (options.dryRun === true) return 0;
    return enter(read, year, folder, session);
  },
};

/** 元旦 2027-01-01—2027-01-03；上班 2027-01-04. */
function table({ year, holidays }: HolidayNotice, session: Session): string {
  const lines = holidays.map(({ name, off, work }) => {
    const [first = '', last = first] = [off[0], off.at(-1)];
    const days = say(`${off.length}天`, `${off.length} days`);
    const make =
      work.length === 0 ? '' : `\t${session.tell(say('上班', 'work'))} ${work.join('、')}`;
    return `${name}\t${first}—${last}\t${session.tell(days)}${make}\n`;
  });
  return `${year ?? ''}\n${lines.join('')}`;
}

async function enter(
  { holidays }: HolidayNotice,
  year: number,
  folder: string | undefined,
  session: Session,
): Promise<0> {
  const { locateCatalog } = await import('./open.ts');
  const { editYaml } = await import('../edit/edit.ts');
  const { loadCatalog } = await import('../load/load.ts');
  const { root, files } = locateCatalog(folder, session);
  const path = join(root, 'mingbai.yaml');
  if (!existsSync(path)) throw new UsageError(say('目录里没有 mingbai.yaml', 'no mingbai.yaml'));
  const { calendar = {} } = loadCatalog(files).catalog.settings.value;
  const off = holidays.flatMap((each) => each.off);
  const work = holidays.flatMap((each) => each.work);
  refuseContradictions(calendar, off, work);
  const lists = [
    ['years', calendar.years ?? [], [year]],
    ['holidays', calendar.holidays ?? [], off],
    ['workdays', calendar.workdays ?? [], work],
  ] as const;
  const edits = lists.flatMap(([key, known, added]) => {
    const all: readonly (string | number)[] = known;
    const fresh = [...new Set<string | number>(added)].filter((each) => !all.includes(each));
    return fresh.map((value, index) => ({
      op: 'set' as const,
      pointer: `/calendar/${key}/${all.length + index}`,
      value,
    }));
  });
  const { text, refused } = editYaml(readFileSync(path, 'utf8'), 'settings', edits);
  if (refused.length > 0) {
    throw new UsageError(say('mingbai.yaml 改不了，没有录入', 'mingbai.yaml cannot be edited'));
  }
  writeFileSync(path, text);
  session.world.out(session.tell(say(`已录入 ${year} 年\n`, `entered ${year}\n`)));
  return 0;
}

/** What the settings say already must not say the opposite. */
function refuseContradictions(
  { holidays = [], workdays = [] }: { holidays?: string[]; workdays?: string[] },
  off: readonly string[],
  work: readonly string[],
): void {
  const clash = [
    ...off.filter((date) => workdays.includes(date)),
    ...work.filter((date) => holidays.includes(date)),
  ];
  if (clash.length === 0) return;
  const zh = `没有录入：设置里已有的和通知相反：${clash.join('、')}`;
  throw new UsageError(say(zh, `not entered: the settings say the opposite: ${clash.join(', ')}`));
}
