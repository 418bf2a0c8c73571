import { say } from '../model/words.ts';
import { type CommandEntry, UsageError } from './command.ts';

/** `mingbai diff`: what changed between two states of a catalogue, and for whom it is heavier. */
export const diffCommand: CommandEntry = {
  name: 'diff',
  summary: say(
    '逐项逐栏列出两个版本之间的变化，注明减负、增负还是中性和理由',
    'what changed between two revisions, field by field, heavier or lighter, and why',
  ),
  declare(command, tell) {
    command
      .argument(
        '[from]',
        tell(
          say(
            'git 版本（与现在的文件比较）、两个版本“甲..乙”，或者旧目录所在的文件夹',
            'a revision (against the files as they are), two of them a..b, or the old folder',
          ),
        ),
      )
      .argument(
        '[catalog]',
        tell(say('目录所在的文件夹；前一个是文件夹时写新目录', 'the catalogue, or the new folder')),
      )
      .option(
        '--format <format>',
        tell(say('形式：table、md、json、html、github', 'table, md, json, html, github')),
        'table',
      )
      .option('--out <file>', tell(say('写到文件', 'write to a file')));
  },
  async run(args, options, session) {
    if (args.length === 0) {
      throw new UsageError(
        say(
          '写明与哪个版本比较，例如 mingbai diff HEAD~1',
          'say what to compare with, such as mingbai diff HEAD~1',
        ),
      );
    }
    const { CHANGE_FORMS } = await import('../report/changes.ts');
    const { namesOf, oneOf } = await import('./option-values.ts');
    const format = oneOf(options.format, namesOf(CHANGE_FORMS), say('这种形式', 'format'));
    const { findChanges, tellUnread } = await import('./change-sources.ts');
    const found = findChanges(args, session);
    const { changeTotals } = await import('../stats/change-totals.ts');
    const { policyOf } = await import('../stats/policy.ts');
    const { settingsOf } = await import('./change-sources.ts');
    const policy = policyOf(settingsOf(found.located.files).counting);
    const totals = changeTotals(found.changes, policy);
    const telling = { tell: session.tell, pathOf: found.located.pathOf };
    const text = CHANGE_FORMS[format]({ changes: found.changes, totals }, telling, session.lang);
    tellUnread(found, session);
    if (options.out === undefined) await session.world.out(text);
    else (await import('./out-path.ts')).writeOut(String(options.out), text, format, session);
    return 0;
  },
};
