import { bareTitle } from '../text/article.ts';
import { remembered } from '../text/remember.ts';
import { editDistance, nearest } from '../text/similar.ts';
import { registry } from './registry.ts';

/**
 * The title of the registry that was probably meant: a few characters other, or the same but for
 * the kind of law (法, 条例, 办法, 规定) it is called; undefined when none is near.
 */
export const nearTitle = remembered((name: string): string | undefined => {
  titles ??= readTitles();
  const wanted = bareTitle(name);
  const alike = titles.byFirst.get(wanted.charAt(0)) ?? [];
  const stem = wanted.replace(KIND, '');
  const near =
    slipOf(wanted, alike, 1) ??
    (stem.length < 3 ? undefined : titles.byStem.get(stem)) ??
    slipOf(wanted, alike, Math.floor([...wanted].length / 5)) ??
    alike.find((title) => isShortenedFrom(wanted, title));
  return near === undefined ? undefined : registry().find(near)?.title;
});

/** The registry's titles by how they begin, and the first by its name without the kind of law. */
interface Titles {
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
  readonly byStem: ReadonlyMap<string, string>;
}

let titles: Titles | undefined;

function readTitles(): Titles {
  const byFirst = new Map<string, string[]>();
  const byStem = new Map<string, string>();
  for (const title of registry().titles()) {
    const first = title.charAt(0);
    const alike = byFirst.get(first);
    if (alike === undefined) byFirst.set(first, [title]);
    else alike.push(title);
    const stem = title.replace(KIND, '');
    if (!byStem.has(stem)) byStem.set(stem, title);
  }
  return { byFirst, byStem };
}

/** At most so many characters may be wrong, but not how the title begins: few are compared so. */
function slipOf(wanted: string, alike: readonly string[], most: number): string | undefined {
  const near = alike.filter((title) => Math.abs(title.length - wanted.length) <= most);
  const found = nearest(wanted, near);
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
