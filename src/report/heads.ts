import { say } from '../model/words.ts';
import type { Telling } from './data-table.ts';

/** Heads of columns in the language of the report. */
export function heads(
  tell: Telling['tell'],
  words: readonly (readonly [zh: string, en: string])[],
): string[] {
  return words.map(([zh, en]) => tell(say(zh, en)));
}
