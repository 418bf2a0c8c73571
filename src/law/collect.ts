import { bareTitle } from '../text/article.ts';
import { inferRank, type LawRank } from '../text/law-rank.ts';
import { limitsOf } from './article-limits.ts';
import { factsOf, type LawFacts } from './law-facts.ts';
import { type LawArticle, type LawText, readLaw } from './read-law.ts';
import { type RegisteredLaw, type RegisteredLimit, rowOf } from './registry.ts';

/** One text of a collection, and what the collection says of it. */
export interface CollectedText {
  readonly rank: string;
  readonly place: string;
  /** YYYY-MM-DD, or blank. */
  readonly published: string;
  readonly expired: boolean;
  /** Known to lack articles. */
  readonly incomplete: boolean;
  readonly text: string;
}

interface ReadText extends CollectedText {
  readonly law: LawText;
  readonly facts: LawFacts;
}

const RANKS: readonly LawRank[] = ['法律', '行政法规', '部门规章', '地方性法规'];

/** The registry as a file: its day, then a law a line, ordered by title. */
export function registryText(texts: readonly CollectedText[]): string {
  const byTitle = new Map<string, ReadText[]>();
  for (const one of texts) {
    if (!RANKS.some((rank) => rank === one.rank)) continue;
    const law = readLaw(one.text);
    const key = bareTitle(law.title);
    byTitle.set(key, [...(byTitle.get(key) ?? []), { ...one, law, facts: factsOf(law) }]);
  }
  const repeals = repealsOf([...byTitle.values()].flat());
  const laws = [...byTitle.values()].map((versions) => registered(versions, repeals));
  for (const [key, repeal] of repeals) if (!byTitle.has(key)) laws.push(...goneLaw(repeal));
  laws.sort((a, b) => (a.title < b.title ? -1 : 1));
  const days = texts.map(({ published }) => published).sort();
  const lines = [{ day: days.at(-1) ?? '' }, ...laws.map(rowOf)];
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

interface Repeal {
  /** As the repealing law calls it. */
  readonly title: string;
  readonly by: string;
  readonly article: string;
  readonly date: string;
  /** 国务院, or blank where the repealing law does not say it. */
  readonly issuer: string;
}

type Repeals = ReadonlyMap<string, Repeal>;

/** A law of which nothing is at hand but that it is repealed, where its rank is plain. */
function goneLaw({ title, issuer, ...repealed }: Repeal): RegisteredLaw[] {
  const rank = inferRank(title) ?? (issuer === '' ? undefined : '行政法规');
  if (rank === undefined) return [];
  const blank = { place: '', issuer: '', document: '', versions: [], effective: '' };
  const none = { fees: [], materials: [], validity: [], limits: [] };
  return [{ title, rank, ...blank, lastArticle: 0, incomplete: true, repealed, ...none }];
}

/** What the texts say of one another; the latest wins. */
function repealsOf(texts: readonly ReadText[]): Repeals {
  const found = new Map<string, Repeal>();
  for (const { law, facts } of texts) {
    const date = facts.effective ?? facts.dates[0] ?? '';
    for (const { title, article, issuer } of facts.repeals) {
      const known = found.get(bareTitle(title));
      if (known !== undefined && known.date > date) continue;
      found.set(bareTitle(title), { title, by: law.title, article, date, issuer });
    }
  }
  return found;
}

function registered(texts: readonly ReadText[], repeals: Repeals): RegisteredLaw {
  const newest = texts.reduce((a, b) => (latest(b) >= latest(a) ? b : a));
  const parts = texts.filter((one) => latest(one) === latest(newest));
  const articles = parts.flatMap(({ law }) => law.articles);
  const { title } = newest.law;
  const dates = texts.flatMap(({ facts, published }) => [...facts.dates, published]);
  const versions = [...new Set(dates)].filter((date) => date !== '').sort();
  const firsts = texts.flatMap(({ facts }) => facts.effective ?? []).sort();
  const repealed = repealOf(title, newest, versions.at(-1) ?? '', repeals);
  const numbers = (shape: RegExp) => [
    ...new Set(articles.filter(({ text }) => shape.test(text)).map(({ number }) => number)),
  ];
  return {
    title,
    rank: RANKS.find((rank) => rank === newest.rank) ?? '行政法规',
    place: newest.place,
    issuer: newest.facts.issuer ?? '',
    document: newest.facts.document ?? '',
    versions,
    effective: firsts[0] ?? '',
    lastArticle: Math.max(0, ...articles.map(({ number }) => number)),
    incomplete: parts.some((one) => one.incomplete) || hasGaps(articles),
    ...(repealed === undefined ? {} : { repealed }),
    fees: numbers(/收费|缴纳[^，。；]{0,16}(?:费|金)|收取[^，。；]{0,12}费/),
    materials: numbers(/提交[^。；]{0,30}(?:材料|文件|申请书|证明)|(?:材料|文件)：/),
    validity: numbers(/有效期/),
    limits: articles.flatMap(limitsIn),
  };
}

function latest({ facts, published }: ReadText): string {
  return [...facts.dates, published].sort().at(-1) ?? '';
}

/** An older law of the same title that is named as repealed is not this one. */
function repealOf(title: string, { expired }: ReadText, newest: string, repeals: Repeals) {
  const said = repeals.get(bareTitle(title));
  if (said !== undefined && said.date > newest) return said;
  return expired ? { by: '', article: '', date: '' } : undefined;
}

function hasGaps(articles: readonly LawArticle[]): boolean {
  const numbers = new Set(articles.map(({ number }) => number));
  return numbers.size > 0 && numbers.size < Math.max(...numbers);
}

const LONGEST = 24;

function limitsIn({ number, text }: LawArticle): RegisteredLimit[] {
  return limitsOf(text)
    .filter(({ who, direction }) => who === 'authority' && direction === 'after')
    .map(({ kind, number: amount, unit, from, act }) => ({
      ...{ article: number, kind, number: amount, unit },
      from: from.slice(-LONGEST),
      act: act.slice(0, LONGEST),
    }));
}
