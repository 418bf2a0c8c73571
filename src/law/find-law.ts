/**
 * The law in a document or on a web page: from its title on, after what was said of its publication,
 * to the end of its last article. A text that begins with its title stays as it is.
 */
export function findLaw(text: string): string {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const first = lines.findIndex((line) => FIRST_ARTICLE.test(line));
  if (first === -1 || TITLE.test(lines[0] ?? '')) return text;
  const title = titleBefore(lines, first);
  if (title === undefined) return text;
  const preface = lines.slice(0, title).filter((line) => PUBLISHED.test(line));
  const body = lines.slice(title + 1);
  return [wholeTitle(lines, title), ...preface, ...body.slice(0, endOf(body))].join('\n');
}

const FIRST_ARTICLE = /^(?:#+\s*)?第[一1]条(?![款项第的规])/;
const TITLE =
  /^(?!(?:#+\s*)?第[一二三四五六七八九十百]+[编章节])(?:#+\s*)?[^。，；：:>]{2,60}(?:法|法典|条例|规定|办法|细则|决定|规则|规程|规范|守则|章程)(?:[（(][^（）()]{1,20}[)）])?$/;
/** What stands before a title and belongs to it: number, who publishes it, when. */
const PUBLISHED =
  /^.{0,30}(?:主席令|国务院令|部令|局令|委员会令|政府令|公告)$|^[（(]?第?\s*[\d〇零一二三四五六七八九十百]+\s*号[)）]?$|^.{0,40}(?:令|公告)第?\s*[\d〇零一二三四五六七八九十百]+\s*号|现予公布|现予发布|通过，?现|^\d{4}年\d{1,2}月\d{1,2}日$/;

/** The nearest line before the first article that can be a title. */
function titleBefore(lines: readonly string[], first: number): number | undefined {
  for (let at = first - 1; at >= 0; at -= 1) if (TITLE.test(lines[at] ?? '')) return at;
  return undefined;
}

/** A title that runs over two lines stands above in one, as the heading of the page. */
function wholeTitle(lines: readonly string[], at: number): string {
  const title = lines[at] ?? '';
  const part = title.replace(/\s/g, '');
  const whole = lines.slice(0, at).find((line) => {
    return line.length > title.length && line.replace(/\s/g, '').endsWith(part) && TITLE.test(line);
  });
  return whole ?? title;
}

/** Behind the last article and its paragraphs: what follows on a page is no sentence. */
function endOf(body: readonly string[]): number {
  const last = body.findLastIndex((line) => /^第[^条]{1,9}条/.test(line));
  const after = body.findIndex((line, at) => at > last && !/[。；：，、）)】”]$/.test(line));
  return last === -1 || after === -1 ? body.length : after;
}
