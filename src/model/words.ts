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
