import { say } from '../model/words.ts';
import type { CommandEntry } from './command.ts';

const FORMATS = ['table', 'json'] as const;
const ACTIONS = ['limits', 'show', 'list', 'add', 'status'] as const;

/** `mingbai law`: texts of laws, the limits they set, and which of those cited have changed. */
export const lawCommand: CommandEntry = {
  name: 'law',
  summary: say(
    '法律：条文里的时限、目录引用的法律还有没有效、把全文放进目录',
    'laws: the limits they set, which of those cited have changed, full texts for the catalogue',
  ),
  declare(command, tell) {
    command
      .argument(
        '[action]',
        tell(
          say(
            'limits 文件 · show 名称 条 · list · add 文件 · status',
            'limits <file>, show <title> <article>, list, add <file> or status',
          ),
        ),
      )
      .argument('[what]', tell(say('文件、法律名称，或者目录', 'file, title or catalogue')))
      .argument('[where]', tell(say('条号，或者目录', 'article or catalogue')))
      .option('--article <article>', tell(say('只看这一条', 'this article only')))
      .option('--catalog <dir>', tell(say('目录所在的文件夹', 'folder of the catalogue')))
      .option('--against <folder>', tell(say('同一部法律的新文本所在的文件夹', 'newer texts')))
      .option('--force', tell(say('覆盖已有的文件', 'overwrite a file that exists')))
      .option('--format <format>', tell(say('形式：table、json', 'table or json')), 'table');
  },
  async run([action, what, where], options, session) {
    const { oneOf } = await import('./option-values.ts');
    const format = oneOf(options.format, FORMATS, say('这种形式', 'format'));
    const chosen = oneOf(action ?? '', ACTIONS, say('这种用法', 'use of law'));
    const given = { what, where, options, format, session };
    if (chosen === 'limits') return (await import('./law-limits.ts')).tellLimits(given);
    if (chosen === 'show') return (await import('./law-show.ts')).showArticle(given);
    if (chosen === 'add') return (await import('./law-add.ts')).addLaw(given);
    if (chosen === 'list') return (await import('./law-status.ts')).listLaws(given);
    return (await import('./law-status.ts')).tellStatus(given);
  },
};
