/** Blanks that look like others: no-break, of various widths, and the wide one of Chinese. */
export const ODD_BLANK = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

/** Where such a blank comes from, for a message. */
export function nameBlank(blank: string): { readonly zh: string; readonly en: string } {
  const code = `U+${blank.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (blank === '\u3000') return { zh: `全角空格（${code}）`, en: `wide blank (${code})` };
  if (blank === '\u00a0' || blank === '\u202f') {
    return {
      zh: `网页或 Word 里的不换行空格（${code}）`,
      en: `no-break space of web pages and Word (${code})`,
    };
  }
  return { zh: `排版用的特殊空格（${code}）`, en: `typographic space (${code})` };
}

/** How many columns of an editor the blanks at the head of a line take; a tab counts as two. */
export function widthOfBlanks(lead: string): number {
  let width = 0;
  for (const blank of lead) width += blank === '\u3000' || blank === '\t' ? 2 : 1;
  return width;
}
