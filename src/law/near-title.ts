import { bareTitle } from '../text/article.ts';
import { remembered } from '../text/remember.ts';
import { editDistance, nearest } from '../text/similar.ts';
import { registry } from './registry.ts';

/**
 * The title of the registry that was probably meant: a few characters other, or the same but for
 * the kind of law (法, 条例, 办法, 规定) it is called; undefined when none is near.
 */
export const nearTitle = remembered((name: string): string | undefined => {
  const book = registry();
  const wanted = bareTitle(name);
  const titles = book.titles();
  const stem = wanted.replace(KIND, '');
  const near =
    slipOf(wanted, titles, 1) ??
    (stem.length < 3 ? undefined : stemsOf(titles).get(stem)) ??
    slipOf(wanted, titles, Math.floor([...wanted].length / 5)) ??
    titles.find((title) => isShortenedFrom(wanted, title));
  return near === undefined ? undefined : book.find(near)?.title;
});

const STEMS = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

/** The first title of each stem: made once, since every unknown name is looked up in it. */
function stemsOf(titles: readonly string[]): ReadonlyMap<string, string> {
  let stems = STEMS.get(titles);
  if (stems === undefined) {
    const last = [...titles].reverse();
    stems = new Map(last.map((title) => [title.replace(KIND, ''), title] as const));
    STEMS.set(titles, stems);
  }
  return stems;
}

/** At most so many characters may be wrong, but not how the title begins: few are compared so. */
function slipOf(wanted: string, titles: readonly string[], most: number): string | undefined {
  const alike = titles.filter(
    (title) => title[0] === wanted[0] && Math.abs(title.length - wanted.length) <= most,
  );
  const found = nearest(wanted, alike);
  return found !== undefined && editDistance(wanted, found) <= most ? found : undefined;
}

/** 取水许可管理条例 for 取水许可和水资源费征收管理条例: all its characters, in order. */
function isShortenedFrom(short: string, title: string): boolean {
  if (short.length < 6 || title.slice(0, 3) !== short.slice(0, 3)) return false;
  let at = 0;
  for (const letter of title) if (letter === short[at]) at += 1;
  return at === short.length;
}

const KIND = /(?:实施细则|实施条例|暂行条例|管理条例|管理办法|条例|办法|规定|细则|法)$/;
