import type { Words } from '../model/words.ts';

/** The file cannot be imported at all; told in one line. */
export class ImportFailure extends Error {
  readonly words: Words;
  constructor(words: Words) {
    super(words.zh);
    this.name = 'ImportFailure';
    this.words = words;
  }
}
