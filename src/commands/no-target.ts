import { say } from '../model/words.ts';
import { UsageError } from './command.ts';

/** What is answered to an import that does not say where to. */
export function noTarget(): UsageError {
  return new UsageError(
    say(
      '没有写明写到哪个目录，请加 --to，例如：mingbai import 清单.xlsx --to catalog',
      'no folder to write to: add --to, as in: mingbai import list.xlsx --to catalog',
    ),
  );
}
