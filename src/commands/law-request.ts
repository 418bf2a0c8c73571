import { say } from '../model/words.ts';
import { type Session, UsageError } from './command.ts';

/** What a use of `mingbai law` was given. */
export interface LawRequest {
  readonly what: string | undefined;
  readonly where: string | undefined;
  readonly options: Record<string, unknown>;
  readonly format: 'table' | 'json';
  readonly session: Session;
}

/** What was missing, with how it is written. */
export function missing(zh: string, en: string): UsageError {
  return new UsageError(say(`没有写明${zh}`, `missing: ${en}`));
}
