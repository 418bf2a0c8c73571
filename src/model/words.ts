/** A sentence for people in both languages of the program; Chinese is shown unless asked. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The languages of messages (`--lang`). */
export type Language = keyof Words;

/** Puts the two wordings of one sentence together. */
export function say(zh: string, en: string): Words {
  return { zh, en };
}

/** The language that arguments ask for; it has to be known before anything is said. */
export function languageOf(argv: readonly string[]): Language {
  return langWord(argv) === 'en' ? 'en' : 'zh';
}

/** What follows `--lang`; undefined when it is not given. */
export function langWord(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  return at === -1 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
}
