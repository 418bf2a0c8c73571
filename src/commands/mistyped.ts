import { say, type Words } from '../model/words.ts';
import { nearest } from '../text/similar.ts';
import { quotable } from '../text/visible.ts';
import { type CommandEntry, UsageError } from './command.ts';

/** The command that a mistyped or a Chinese word stands for; undefined when none is near. */
export function nearestCommand(
  word: string,
  commands: readonly CommandEntry[],
): string | undefined {
  const guess = nearest(
    word.toLowerCase(),
    commands.map(({ name }) => name),
  );
  if (guess !== undefined || word === '') return guess;
  return commands.find(({ summary }) => summary.zh.startsWith(word))?.name;
}

/** What commander guesses, as it writes it: `(Did you mean --format?)`. */
export function guessIn(message: string): string | undefined {
  return /\(Did you mean (?:one of )?([^?,)]+)/.exec(message)?.[1];
}

/** “是不是…？”, or how to find out. */
export function guessWords(guess: string | undefined): Words {
  if (guess === undefined) return say('（用 --help 查看用法）', ' (see --help)');
  return say(`，是不是“${guess}”？`, `; did you mean “${guess}”?`);
}

/**
 * Throws UsageError for an option whose hyphens are dashes or full-width, as word processors and
 * Chinese keyboards make them: it would be taken for the name of a file.
 */
export function refuseDashes(argv: readonly string[]): void {
  const word = argv.find((each) => /^[—–－﹣‐-]*[—–－﹣‐][—–－﹣‐-]*[a-zA-Z]/.test(each));
  if (word === undefined) return;
  const meant = word.replace(/^[—–－﹣‐-]+/, '--');
  throw new UsageError(
    say(
      `“${quotable(word)}”前面的连字符不是半角的，写成“${quotable(meant)}”`,
      `“${quotable(word)}” begins with dashes: write “${quotable(meant)}”`,
    ),
  );
}
