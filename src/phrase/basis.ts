import { say } from '../model/words.ts';
import { type Citation, parseCitations } from '../text/citations.ts';
import { type Phrase, refused } from './phrase.ts';
import { gist, leftOver } from './write-back.ts';

const NUMERAL = '[零〇一二三四五六七八九十百千\\d]+';
const PLACE = `第${NUMERAL}(?:条|款|项|章|节|编)(?:之[一二三四五六七八九十]+)?`;
const PLACES = `${PLACE}(?:(?:、|和|及|，|,|-|—|至|到|\\s)*(?:${PLACE}|第?[（(]?${NUMERAL}[)）]?[款项目]))*`;
const BRACKETS =
  '(?:\\s*(?:（[^（）]*(?:（[^（）]*）[^（）]*)*）|\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)|[〔【\\[][^〕】\\]]*号?[〕】\\]]\\d*号?))*';
const KINDS =
  '宪法|法律|行政法规|国务院决定|国务院文件|国务院规范性文件|地方性法规|部门规章|部委规章|地方政府规章|政府规章|规章|规范性文件|部门文件|文件|司法解释|党内法规|其他';
/** 【法律】, [部门规章], （行政法规）, 法律：: the rank of what follows, no part of its name. */
const TAG = `(?:[【\\[（(〔]?(?:${KINDS})[】\\]）)〕]?[：:]?|[【\\[（(〔](?:${KINDS})[】\\]）)〕])`;
const NUMBERED = `(?:[（(]?(?:[一二三四五六七八九十]+|\\d{1,2})[)）]?[、.．]?|[①-⑳])`;
const LEAD = '(?:根据|依据|按照|依照|设定依据|法律依据|实施依据|办理依据|依据为|为)[：:]?';
const TITLE = '《[^《》]+(?:《[^《》]*》[^《》]*)*》';
const SAYS = '(?:的?(?:有关|相关)?规定|的?要求|之规定|等)?';
const ONE = new RegExp(
  `^(?:[\\s、，,；;。.和及与]|以及|同时|${NUMBERED}(?=\\s*(?:${TAG}|${LEAD}|《))|${TAG}(?=\\s*《)|${LEAD})*` +
    `(?:中华人民共和国(?=《))?(${TITLE})(${BRACKETS})\\s*(${PLACES})?\\s*${SAYS}\\s*`,
);

/** Reads 设定依据: laws, documents, articles and quotations; these never consist of law names. */
export function readBasis(source: string): Phrase<readonly Citation[]> {
  if (!/《/.test(source)) {
    return refused(source, say('没有写在书名号里的法律名称', 'no law in 《》'));
  }
  const row = readRow(source.trim());
  if (row !== undefined) return proven(source, row);
  const { citations, rest } = parseCitations(normalised(source));
  if (citations.length === 0) {
    return refused(source, say('看不出从哪里开始是法律名称', 'no beginning of a law found'));
  }
  if (rest !== '' && !new RegExp(`^(?:${LEAD}|${TAG}|[\\s：:，,])+$`).test(rest)) {
    return refused(
      rest,
      say('在第一部法律的名称之前，看不出属于哪条依据', 'words before the first law'),
    );
  }
  const wrong = citations.find(
    ({ article, quote }) =>
      quote !== undefined && (citesOnly(quote) || (article === undefined && isRemark(quote))),
  );
  if (wrong !== undefined) {
    return refused(wrong.quote ?? '', say('看不出是条文还是另一部法律', 'a quote or another law?'));
  }
  return proven(source, citations);
}

/** Laws in a row, without a word of theirs: `根据《A》第一条和《B》第二条规定`. */
function readRow(text: string): Citation[] | undefined {
  const citations: Citation[] = [];
  let rest = text;
  while (!/^[\s、，,；;。.]*$/.test(rest)) {
    const match = ONE.exec(rest);
    if (match === null) return undefined;
    const [taken, title = '', brackets = '', article] = match;
    const document = [...brackets.matchAll(/[（(〔【[](.*?)[)）〕】\]](?=\s*(?:[（(〔【[]|$))/g)]
      .map(([, words = '']) => words.trim())
      .join('，');
    citations.push({
      law: title.slice(1, -1).trim(),
      ...(document === '' ? {} : { document }),
      ...(article === undefined ? {} : { article: article.replace(/\s+/g, '') }),
    });
    rest = rest.slice(taken.length);
  }
  return citations.length > 0 ? citations : undefined;
}

/** Whether a would-be quotation begins with another law, or is too short to be one. */
function citesOnly(quote: string): boolean {
  if (readRow(quote) !== undefined || gist(quote).length < 2) return true;
  return new RegExp(`^(?:[和及与、，,；;]|${TAG}|${LEAD})*${TITLE}${BRACKETS}\\s*${PLACE}`).test(
    quote,
  );
}

/** Without an article only whole sentences are a law's words: not 等法律法规, not a number. */
function isRemark(quote: string): boolean {
  if (
    gist(quote).length < 12 ||
    /^第[零〇一二三四五六七八九十百千\d]+(?:至|到|条|[—-])/.test(quote)
  )
    return true;
  return /^[^。；]*(?:》|号|》[^。]{0,6})[)）]?[。；]?$/.test(quote);
}

const LAW_AHEAD = `(?=(?:中华人民共和国)?${TITLE}${BRACKETS}\\s*${PLACE})`;

/** Every law on a line of its own: behind a sentence's end, without tags and 根据 before it. */
function normalised(source: string): string {
  return source
    .replace(new RegExp(`^\\s*(?:${LEAD}|${TAG}(?=\\s*《))+\\s*`), '')
    .replace(new RegExp(`(^|[\\n。；;”"])\\s*(${NUMBERED}?\\s*)${TAG}\\s*(?=《)`, 'g'), '$1\n$2')
    .replace(new RegExp(`([。；;”"])\\s*${LAW_AHEAD}`, 'g'), '$1\n');
}

const ASIDE = new RegExp(
  `^(?:${KINDS}|根据|依据|按照|依照|设定依据|法律依据|实施依据|办理依据|为|[一二三四五六七八九十]|\\d{1,2}|的|之|有关|相关|规定|要求|等|和|及|与|以及|同时|第|中华人民共和国)+$`,
);

function proven(source: string, citations: readonly Citation[]): Phrase<readonly Citation[]> {
  const left = leftOver(source, piecesOf(citations, false), ASIDE);
  if (left !== '' && leftOver(source, piecesOf(citations, true), ASIDE) !== '') {
    return refused(left, say('写回去与原文不一致', 'writing it back differs'));
  }
  return { understood: true, value: citations, left: '' };
}

/** What is written back; a law with several articles once, or each time where it stands so. */
function piecesOf(citations: readonly Citation[], each: boolean): (string | string[])[] {
  return citations.flatMap(({ law, document, article, quote }, at) => {
    const before = citations[at - 1];
    const again = !each && before?.law === law && before.document === document;
    return [
      ...(again ? [] : [law, ...(document?.split('，') ?? [])]),
      ...(article === undefined ? [] : [[article, article.replace(/^第[^条]*条/, '')]]),
      ...(quote === undefined ? [] : [quote]),
    ];
  });
}
