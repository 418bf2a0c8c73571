import type { Law } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { articleNumbers, bareTitle } from '../text/article.ts';
import { compareLaws, type LawChange } from './compare.ts';
import type { LawArticle, LawText } from './read-law.ts';
import { type RegisteredLaw, registry } from './registry.ts';

/** An item, and the laws it cites by id or name. */
export interface CitingItem {
  readonly id: string;
  readonly name: string;
  readonly reviewed?: string | undefined;
  readonly laws: readonly string[];
}

/** How a cited law stands today, as far as is known. */
export interface LawStanding {
  readonly title: string;
  readonly state: '有效' | '已修改' | '已废止' | '没有收录';
  readonly why: Words;
  /** Items that cite it; of an amended law those that were not reviewed since. */
  readonly items: readonly { readonly id: string; readonly name: string }[];
  /** What a newer text says otherwise; empty where none is at hand. */
  readonly changes: readonly LawChange[];
}

/** Every cited law, in the order of titles. */
export function standings(
  items: readonly CitingItem[],
  own: (name: string) => Law | undefined,
  today: string,
  newer: readonly LawText[] = [],
): LawStanding[] {
  const citing = new Map<string, CitingItem[]>();
  for (const item of items) {
    for (const title of new Set(item.laws.map((name) => own(name)?.name ?? name))) {
      citing.set(title, [...(citing.get(title) ?? []), item]);
    }
  }
  const titles = [...citing.keys()].sort();
  return titles.map((title) => {
    const law = own(title);
    const text = newer.find((one) => bareTitle(one.title) === bareTitle(title));
    const changes = text === undefined ? [] : compareLaws(articlesOf(law), kept(law, text));
    return standing(title, law, citing.get(title) ?? [], today, changes);
  });
}

function standing(
  title: string,
  law: Law | undefined,
  items: readonly CitingItem[],
  today: string,
  changes: readonly LawChange[],
): LawStanding {
  const known = registry().find(title);
  const gone = repealWords(law, known, today);
  const all = items.map(({ id, name }) => ({ id, name }));
  if (gone !== undefined) return { title, state: '已废止', why: gone, items: all, changes };
  const since = amendedSince(law, known, today);
  const stale = items.filter(({ reviewed = '' }) => since !== undefined && reviewed < since);
  if (changes.length > 0 || (since !== undefined && stale.length > 0 && isNewer(law, since))) {
    const why = say(
      since === undefined ? '新文本与目录里的不同' : `${since}有新的版本`,
      since === undefined ? 'the newer text differs' : `a newer version of ${since}`,
    );
    const touched = changes.length > 0 ? all : stale.map(({ id, name }) => ({ id, name }));
    return { title, state: '已修改', why, items: touched, changes };
  }
  if (law === undefined && known === undefined) {
    const why = say('法规库没有收录', 'not in the registry');
    return { title, state: '没有收录', why, items: all, changes };
  }
  return { title, state: '有效', why: say('', 'in force'), items: all, changes };
}

function repealWords(law: Law | undefined, known: RegisteredLaw | undefined, today: string) {
  if (law !== undefined && law.status !== undefined) {
    if (law.status !== '已废止') return undefined;
    const by = law.replaced_by ?? '';
    return say(by === '' ? '' : `现在是《${by}》`, by === '' ? 'repealed' : `now ${by}`);
  }
  const repealed = known?.repealed;
  if (repealed === undefined || repealed.date > today) return undefined;
  const { by, article, date } = repealed;
  return by === ''
    ? say('法规库标为失效', 'the registry says so')
    : say(`${date}起，《${by}》${article}`, `since ${date}, by ${by}`);
}

/** The newest version in force of the law itself. */
function amendedSince(law: Law | undefined, known: RegisteredLaw | undefined, today: string) {
  const dates = [law?.amended, known?.later, known?.versions.at(-1)];
  return dates
    .filter((date) => date !== undefined && date <= today)
    .sort()
    .at(-1);
}

/** A version that the catalogue's own file has is known to it. */
function isNewer(law: Law | undefined, since: string): boolean {
  return law === undefined || (law.amended ?? law.effective ?? '') < since;
}

function articlesOf(law: Law | undefined): LawArticle[] {
  return Object.entries(law?.articles ?? {}).map(([name, text]) => ({
    ...{ name, text, after: 0 },
    number: articleNumbers(name)[0] ?? 0,
  }));
}

/** Where the catalogue has some articles only, the others are not said to be added. */
function kept(law: Law | undefined, text: LawText): readonly LawArticle[] {
  const own = articlesOf(law);
  if (own.length === 0) return [];
  const numbers = new Set(own.map(({ number }) => number));
  return own.length >= (law?.last_article ?? own.length)
    ? text.articles
    : text.articles.filter(({ number }) => numbers.has(number));
}
