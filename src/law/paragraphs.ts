import { parseWholeNumber } from '../text/numeral.ts';

/** One paragraph (款) of an article, with the entries (项) that follow it, a line each. */
export interface LawParagraph {
  readonly lines: readonly string[];
  /** How many entries （一）（二） it has. */
  readonly entries: number;
}

/** The paragraphs of an article, a paragraph or an entry a line. */
export function paragraphsOf(article: string): LawParagraph[] {
  const paragraphs: { lines: string[]; entries: number }[] = [];
  for (const line of article.split('\n')) {
    if (line.trim() === '') continue;
    const isEntry = /^\s*[（(][一二三四五六七八九十]+[)）]/.test(line);
    const last = paragraphs.at(-1);
    if (last === undefined || !isEntry) paragraphs.push({ lines: [line], entries: +isEntry });
    else {
      last.lines.push(line);
      last.entries += 1;
    }
  }
  return paragraphs;
}

/** What a reference to one article means of its text: the paragraphs that it names, else all. */
export function paragraphsNamed(article: string, reference: string): string {
  const named = [...reference.matchAll(/第\s*([零一二三四五六七八九十百\d]+)\s*款/g)];
  const numbers = named.map(([, digits = '']) => parseWholeNumber(digits) ?? 0);
  const paragraphs = paragraphsOf(article);
  const chosen = numbers.flatMap((number) => paragraphs[number - 1]?.lines ?? []);
  return chosen.length === 0 ? article : chosen.join('\n');
}
