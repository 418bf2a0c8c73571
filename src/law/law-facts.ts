import { bareTitle } from '../text/article.ts';
import { parseWholeNumber, toHalfWidth } from '../text/numeral.ts';
import type { LawArticle, LawText } from './read-law.ts';

/** What the notes and the last articles of a law say of it; dates are YYYY-MM-DD. */
export interface LawFacts {
  /** Of publication and of each amendment, in the order of the notes. */
  readonly dates: readonly string[];
  readonly effective?: string;
  /** 中华人民共和国国务院令第460号. */
  readonly document?: string;
  readonly issuer?: string;
  /** Titles that the law says are no longer in force from its first day. */
  readonly repeals: readonly StatedRepeal[];
}

/** What a law says of one that it repeals. */
export interface StatedRepeal {
  readonly title: string;
  /** The article that says it. */
  readonly article: string;
  /** Who issued the repealed one, as far as the sentence says: 国务院, or blank. */
  readonly issuer: string;
}

/** Facts of one text; what it does not say is left out. */
export function factsOf(law: LawText): LawFacts {
  const notes = toHalfWidth(law.notes.join('\n'));
  const dates = [...notes.matchAll(DATE)].map(isoDate);
  const effective = effectiveOf(law, dates);
  const document = DOCUMENT.exec(notes.replace(/\s/g, ''))?.[0].replace(/^日/, '');
  const issuer = issuerOf(notes, document);
  return {
    dates,
    ...(effective === undefined ? {} : { effective }),
    ...(document === undefined ? {} : { document }),
    ...(issuer === undefined ? {} : { issuer }),
    repeals: law.articles.slice(-8).flatMap((article) => repealsIn(article, law.title)),
  };
}

const DATE = /(\d{4})年(\d{1,2})月(\d{1,2})日/g;
const DOCUMENT =
  /(?:中华人民共和国(?:国务院|主席)|[\p{Script=Han}]{2,16}(?:部|总局|局|署|委员会))令(?:\d{4}年)?第?[\d一二三四五六七八九十百〇零]+号/u;

function isoDate([, year = '', month = '', day = '']: readonly string[]): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** 自2006年4月15日起施行; 自公布之日起施行 is the day of publication. */
function effectiveOf(law: LawText, dates: readonly string[]): string | undefined {
  for (const { text } of law.articles.slice(-3).reverse()) {
    const said =
      /(?:本法|本条例|本规定|本办法|本决定|本细则|条例|办法|规定)[^。]{0,10}自(\d{4})年(\d{1,2})月(\d{1,2})日起(?:施行|实施|执行)/.exec(
        digits(text),
      );
    if (said !== null) return isoDate(said);
    if (/自(?:公布|发布|颁布)之日起(?:施行|实施|执行)/.test(text)) return dates[0];
  }
  return undefined;
}

/** 二〇〇六年四月十五日 with digits. */
function digits(text: string): string {
  return toHalfWidth(text).replace(
    /([一二三四五六七八九〇零○]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/g,
    (whole, year: string, month: string, day: string) => {
      const numbers = [year.replace(/○/g, '〇'), month, day].map(parseWholeNumber);
      return numbers.includes(undefined) ? whole : `${numbers[0]}年${numbers[1]}月${numbers[2]}日`;
    },
  );
}

function issuerOf(notes: string, document: string | undefined): string | undefined {
  if (document?.includes('国务院令') === true) return '国务院';
  const local =
    /([\p{Script=Han}]{2,14}?)第[\p{Script=Han}\d]{1,4}届(人民代表大会(?:常务委员会)?)/u.exec(
      notes,
    );
  if (local !== null) return `${(local[1] ?? '').replace(/^[经]/, '')}${local[2] ?? ''}`;
  if (
    /第[\p{Script=Han}\d]+届全国人民代表大会常务委员会|^全国人民代表大会常务委员会/mu.test(notes)
  ) {
    return '全国人民代表大会常务委员会';
  }
  if (/全国人民代表大会第|届全国人民代表大会/.test(notes)) return '全国人民代表大会';
  const body = document === undefined ? undefined : /^(.+?)令/.exec(document)?.[1];
  return body === '中华人民共和国主席' ? undefined : body;
}

/** 《甲》、《乙》同时废止; an older version of the law itself is not a repeal. */
function repealsIn(article: LawArticle, own: string): StatedRepeal[] {
  const found: StatedRepeal[] = [];
  for (const sentence of article.text.split(/(?<=[。；;])/)) {
    if (!/(?:同时|即行|一律|予以)废止|停止(?:执行|施行)/.test(sentence)) continue;
    let before = 0;
    for (const match of sentence.matchAll(/《((?:[^《》]|《[^》]*》)+)》/g)) {
      const [whole, title = ''] = match;
      const clause = sentence.slice(before, match.index);
      before = match.index + whole.length;
      const isOwn = bareTitle(title) === bareTitle(own);
      const isPart =
        /决定$|修正案/.test(title) || /《[^》]*》第|中的|有关.{0,6}规定/.test(sentence);
      const issuer = /国务院[^，、；]{0,8}(?:发布|公布|颁布|批准)[^，；]{0,12}$/.test(clause)
        ? '国务院'
        : '';
      if (!isOwn && !isPart) found.push({ title, article: article.name, issuer });
    }
  }
  return found;
}
