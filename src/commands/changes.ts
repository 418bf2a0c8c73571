import { say } from '../model/words.ts';
import type { CommandEntry } from './command.ts';

const FORMS = ['table', 'json', 'text'] as const;
const USUAL_MONTHS = 12;

/** `mingbai changes`: what changed of late, from approval to publication, and the notice of it. */
export const changesCommand: CommandEntry = {
  name: 'changes',
  summary: say(
    '列出近来的变更：哪天批准、公开、施行，是不是在1个工作日内公开；也写变更公告',
    'recent changes: approved, public, effective, within one working day or not; their notice',
  ),
  declare(command, tell) {
    command
      .argument('[catalog]', tell(say('目录所在的文件夹', 'folder of the catalogue')))
      .option(
        '--since <rev>',
        tell(say('从这个 git 版本以后；不写就是最近12个月', 'since a revision')),
      )
      .option(
        '--overdue',
        tell(say('只列超过1个工作日才公开的', 'only what took longer than a day')),
      )
      .option(
        '--format <format>',
        tell(say('形式：table、json、text（公告）', 'table, json, text (a notice)')),
        'table',
      );
  },
  async run([folder], options, session) {
    const { oneOf } = await import('./option-values.ts');
    const format = oneOf(options.format, FORMS, say('这种形式', 'format'));
    const { locateCatalog } = await import('./open.ts');
    const located = locateCatalog(folder, session);
    const { askGit } = await import('./change-sources.ts');
    const { datedChanges } = await import('./change-clock.ts');
    const { since } = options;
    const range = since === undefined ? { months: USUAL_MONTHS } : { since: String(since) };
    const { today } = session.world;
    const all = askGit(() => datedChanges(located, range, today));
    const rows = options.overdue === true ? all.filter(({ overdue }) => overdue) : all;
    const { changeNotice, datedJson, datedTable } = await import('../report/dated-changes.ts');
    const telling = { tell: session.tell, pathOf: located.pathOf };
    if (format === 'json') await session.world.out(datedJson(rows, telling));
    else if (format === 'text') await session.world.out(changeNotice(rows, today));
    else await session.world.out(datedTable(rows, telling));
    return options.overdue === true && rows.length > 0 ? 1 : 0;
  },
};
