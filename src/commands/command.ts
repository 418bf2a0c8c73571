import type { Command } from 'commander';
import type { Language, Words } from '../model/words.ts';
import type { World } from '../world/world.ts';

/** 0 nothing wrong, 1 findings at error level, 2 wrong use, 3 a fault of the program. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What a command gets besides its own arguments and options. */
export interface Session {
  readonly world: World;
  readonly lang: Language;
  /** Whether the report on standard output may be coloured. */
  readonly color: boolean;
  /** The wording in the session's language. */
  tell(words: Words): string;
}

/** One line of the registry: how a command is declared and what it does. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: Words;
  /** Declares arguments and options; `run` is called with what commander parsed. */
  declare(command: Command, tell: (words: Words) => string): void;
  run(
    args: readonly string[],
    options: Record<string, unknown>,
    session: Session,
  ): Promise<ExitCode>;
}

/** Wrong use: told in one line on standard error, exit code 2. */
export class UsageError extends Error {
  readonly words: Words;
  constructor(words: Words) {
    super(words.zh);
    this.name = 'UsageError';
    this.words = words;
  }
}
