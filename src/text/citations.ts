import { parseWholeNumber } from './numeral.ts';

/** One law and article cited, as published. */
export interface Citation {
  /** The title without 《》. */
  readonly law: string;
  /** What stands in brackets after the title, word for word: 文号, year, amendments. */
  readonly document?: string;
  /** `第十九条第一款`, `附件《…》第17项`, or the section number of a decision: `二（一）`. */
  readonly article?: string;
  /** Word for word; white space at the ends of lines taken off. */
  readonly quote?: string;
}

/** A published basis taken apart. */
export interface CitationsReading {
  readonly citations: readonly Citation[];
  /** What stands before the first title, or the whole text where no title is found. */
  readonly rest: string;
}

const NUMERAL = '[零一二三四五六七八九十百千]+';
const NUMBER = `(?:${NUMERAL}|\\d+)`;
const SUBPLACE = `(?:第?[(（]?${NUMBER}[)）]?[款项目])`;
const PLACE = `第${NUMBER}(?:条|项|款|章|节)(?:之${NUMERAL})?(?:第${NUMBER}款)?${SUBPLACE}*`;
const ANNEX = '(?:附件[一二三四五六七八九十\\d]*[:：]?|附表\\d*|目录)';

/** Splits `一、《…》（文号）第三条第三款 … 二、《…》…` into laws, articles and quotes. */
export function parseCitations(text: string): CitationsReading {
  const starts = lawStarts(text);
  const [first] = starts;
  if (first === undefined) return { citations: [], rest: text.trim() };
  const segments = starts.map(({ title }, at) => text.slice(title, starts[at + 1]?.at));
  return { citations: segments.flatMap(parseLaw), rest: text.slice(0, first.at).trim() };
}

interface LawStart {
  /** Where the marker or, without one, the title begins. */
  readonly at: number;
  readonly title: number;
}

const NUMBERED = new RegExp(
  `(?:[(（]?(${NUMERAL}|\\d{1,2})[)）]?\\s*[、.．]|[(（](${NUMERAL}|\\d{1,2})[)）])\\s*(?=《)`,
  'g',
);
const UNNUMBERED = /^[ \t\u3000]*(?=《[^《》]+(?:《[^《》]*》[^《》]*)*》\s*(?:[(（]|第))/gm;

/** Numbered titles where the numbers follow one another; else titles at the start of a line. */
function lawStarts(text: string): LawStart[] {
  const numbered: LawStart[] = [];
  for (const match of text.matchAll(NUMBERED)) {
    const ordinal = parseWholeNumber(match[1] ?? match[2] ?? '');
    if (ordinal !== numbered.length + 1) continue;
    numbered.push({ at: match.index, title: match.index + match[0].length });
  }
  const [first] = numbered;
  const head = first === undefined ? text : text.slice(0, first.at);
  const plain = [...head.matchAll(UNNUMBERED)].map((match) => {
    const title = match.index + match[0].length;
    return { at: match.index, title };
  });
  if (plain.length + numbered.length > 0) return [...plain, ...numbered];
  const title = text.search(/《/);
  return title >= 0 && text.slice(0, title).trim() === '' ? [{ at: title, title }] : [];
}

/** One law with its articles; the same law with two articles gives two citations. */
function parseLaw(segment: string): Citation[] {
  const end = closing(segment, 0, '《', '》');
  if (end < 0) return [];
  const law = segment.slice(1, end).trim();
  const { document, after } = takeDocument(segment, end + 1);
  const about = { law, ...(document === '' ? {} : { document }) };
  return articlesOf(segment.slice(after), /决定|通知|目录/.test(law)).map((article) => ({
    ...about,
    ...article,
  }));
}

function takeDocument(segment: string, from: number): { document: string; after: number } {
  const parts: string[] = [];
  let after = from;
  for (;;) {
    const space = /^\s*/.exec(segment.slice(after))?.[0].length ?? 0;
    const open = segment[after + space] ?? '';
    if (open !== '（' && open !== '(') break;
    const end = closingBracket(segment, after + space);
    if (end < 0 || /^[一二三四五六七八九十\d]+$/.test(segment.slice(after + space + 1, end))) break;
    parts.push(segment.slice(after + space + 1, end).trim());
    after = end + 1;
  }
  return { document: parts.join('，'), after };
}

function closingBracket(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (/[（(]/.test(text[at] ?? '')) depth++;
    if (/[）)]/.test(text[at] ?? '') && --depth === 0) return at;
  }
  return -1;
}

function closing(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === open) depth++;
    if (text[at] === close && --depth === 0) return at;
  }
  return text.indexOf(close, from);
}

const SAYS = '(?:规定(?=[:：]))?';
const FIRST = new RegExp(
  `^(?:${ANNEX}\\s*)?(?:《[^《》]*》\\s*)?(?:${ANNEX}\\s*)?${PLACE}(?:[、和及]${PLACE})*${SAYS}[:：,，]?`,
);
/** An item of a catalogue that a decision carries: `附件1 …目录（第74项）`, `…目录 第27项`. */
const ANNEXED = new RegExp(
  `^(?=[^。；;\\n]{0,60}(?:附件|目录|项目))[^。；;\\n]{0,80}?[(（]?第\\s*${NUMBER}\\s*项[)）]?(?![款的和及、])`,
);
const NEXT = new RegExp(
  `(?:^|\\n)[^\\S\\n]*(${PLACE})(?:规定(?=[:：])|(?=[^\\S\\n]|[^的规所、和及中之至]|$))`,
  'g',
);
const SECTION = new RegExp(`^(${NUMERAL})、\\s*([(（]${NUMERAL}[)）])?`);

function articlesOf(text: string, annexed: boolean): Omit<Citation, 'law' | 'document'>[] {
  const body = text.replace(/^[\s,，:：;；、。]+/, '');
  if (body === '') return [{}];
  const lead = FIRST.exec(body)?.[0] ?? (annexed ? (ANNEXED.exec(body)?.[0] ?? '') : '');
  const marks = [...body.slice(lead.length).matchAll(NEXT)];
  const pieces: { article: string; quote: string }[] = [];
  let from = lead.length;
  let article = lead;
  for (const match of marks) {
    const at = lead.length + match.index;
    pieces.push({ article, quote: body.slice(from, at) });
    article = placeAfter(article, match[1] ?? '');
    from = at + match[0].length;
  }
  pieces.push({ article, quote: body.slice(from) });
  return pieces.flatMap(citationOf);
}

/** `第五款` alone belongs to the article named before it. */
function placeAfter(before: string, place: string): string {
  const article = /^第[^条]*条(?:之[一二三四五六七八九十]+)?/.exec(before)?.[0];
  return /^第[^条]*款/.test(place) && article !== undefined ? article + place : place;
}

function citationOf(piece: { article: string; quote: string }): Omit<Citation, 'law'>[] {
  const quote = wordForWord(piece.quote);
  const article = piece.article.replace(/\s+/g, '').replace(/(?:规定)?[:：,，]$/, '');
  if (article !== '') return [{ article, ...(quote === '' ? {} : { quote }) }];
  const section = SECTION.exec(quote);
  // A quotation that goes on with the next section is of no one section.
  const more = /\n\s*[二三四五六七八九十]+、/.test(quote);
  if (section === null || more) return quote === '' ? [] : [{ quote }];
  const [whole, number = '', part = ''] = section;
  return [{ article: number + part, quote: quote.slice(whole.length).trim() }];
}

function wordForWord(text: string): string {
  return text
    .replace(/^[\s:：,，]+/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
