import { Command } from 'commander';
import { say, type Words } from '../model/words.ts';
import type { CommandWords } from '../report/completion.ts';
import type { CommandEntry, Session } from './command.ts';

/** `mingbai completion <shell>`: a script that teaches a shell the commands and options. */
export function completionOf(commands: () => readonly CommandEntry[]): CommandEntry {
  return {
    name: 'completion',
    summary: say('输出命令行补全脚本', 'print a completion script for a shell'),
    declare(command, tell) {
      command.argument('<shell>', tell(say('bash、zsh、fish 或 powershell', SHELLS.join(', '))));
    },
    async run([shell], _options, session) {
      const { COMPLETIONS } = await import('../report/completion.ts');
      const { namesOf, oneOf } = await import('./option-values.ts');
      const script = oneOf(shell, namesOf(COMPLETIONS), say('这种 shell', 'shell'));
      const all = commands().map((entry) => wordsOf(entry, session));
      session.world.out(COMPLETIONS[script]?.(all) ?? '');
      return 0;
    },
  };
}

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];

/** What the first argument of a command can be, where that is no path. */
const FIRST_WORDS: Readonly<Record<string, readonly string[]>> = {
  new: ['item', 'department', 'hall', 'bundle', 'law'],
  completion: SHELLS,
};

function wordsOf({ name, summary, declare }: CommandEntry, { tell }: Session): CommandWords {
  const command = new Command(name);
  declare(command, tell);
  const own = command.options.flatMap(({ long, description }) =>
    long ? [{ name: long, summary: description }] : [],
  );
  const more: readonly (readonly [string, Words])[] = [
    ['--lang', say('语言：zh、en', 'language: zh, en')],
    ['--help', say('显示用法', 'show help')],
  ];
  const options = [...own, ...more.map(([long, words]) => ({ name: long, summary: tell(words) }))];
  return { name, summary: tell(summary), options, words: FIRST_WORDS[name] ?? [] };
}
