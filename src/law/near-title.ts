import { bareTitle } from '../text/article.ts';
import { nearest } from '../text/similar.ts';
import { registry } from './registry.ts';

/**
 * The title of the registry that was probably meant: a few characters other, or the same but for
 * the kind of law (法, 条例, 办法, 规定) it is called; undefined when none is near.
 */
export function nearTitle(name: string): string | undefined {
  const book = registry();
  const wanted = bareTitle(name);
  const titles = book.titles();
  const stem = wanted.replace(KIND, '');
  const alike =
    nearest(wanted, titles) ??
    (stem.length < 3 ? undefined : titles.find((title) => title.replace(KIND, '') === stem));
  return alike === undefined ? undefined : book.find(alike)?.title;
}

const KIND = /(?:实施细则|实施条例|暂行条例|管理条例|管理办法|条例|办法|规定|细则|法)$/;
