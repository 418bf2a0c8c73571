/** What a spreadsheet takes for a formula when a text begins with it; a dash only in CSV. */
const BEGINNINGS = {
  /** Cells that say they are text are not computed; a list with dashes stays readable. */
  xlsx: /^[\s\u200b-\u200f\ufeff]*(?:[=+@＝＋－＠]|-(?! ))|^[\t\r]/,
  csv: /^[\s\u200b-\u200f\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/,
} as const;
const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/** Kinds of files by what their readers take for a formula. */
export type Guarding = keyof typeof BEGINNINGS;

/** A text with an apostrophe before it where a spreadsheet would compute it. */
export function guarded(text: string, kind: Guarding): string {
  return isFormula(text.replace(/^'+/, ''), kind) ? `'${text}` : text;
}

/** The text that was guarded. */
export function unguarded(text: string, kind: Guarding): string {
  return text.startsWith("'") && isFormula(text.replace(/^'+/, ''), kind) ? text.slice(1) : text;
}

function isFormula(text: string, kind: Guarding): boolean {
  return BEGINNINGS[kind].test(text) && !NUMBER.test(text);
}
