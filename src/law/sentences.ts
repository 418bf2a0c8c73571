/** A sentence of an article, and what went before it in the same paragraph. */
export interface Sentence {
  readonly text: string;
  /** The sentence before it, in the same article; blank for the first. */
  readonly before: string;
  /** For an entry of a list (（一）…): what introduces the list; else blank. */
  readonly lead: string;
}

const ENTRY = /^[（(][一二三四五六七八九十]+[)）]|^\d+[.．、]/;

/** An article taken apart at 。, ； and line ends; brackets and quotations stay whole. */
export function sentencesOf(article: string): Sentence[] {
  const sentences: Sentence[] = [];
  let lead = '';
  let before = '';
  for (const line of article.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const isEntry = ENTRY.test(line);
    if (!isEntry) lead = '';
    for (const text of split(line)) {
      sentences.push({ text, before, lead: isEntry ? lead : '' });
      before = text;
    }
    if (!isEntry && /[：:]$/.test(line)) lead = split(line).at(-1) ?? '';
  }
  return sentences;
}

function split(line: string): string[] {
  return line
    .split(/(?<=[。；;])(?![^（(]*[)）])/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
