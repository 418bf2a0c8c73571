import type { LinkedPage, PageLinks } from '../render/html/links.ts';
import { fromUtf8 } from '../text/utf8.ts';
import type { ItemPlace } from './build-items.ts';
import type { WholeBuilt } from './build-whole.ts';
import type { AboutItem } from './built.ts';

const PAGES = '"pages":';

/** The pages of an item with their links, without reading the rest of what it is about. */
export function pagesOf({ kept, row: { line } }: ItemPlace): AboutItem['pages'] {
  const about = kept.bytes(line[1], line[2]);
  // Written by `lineOf`: the last thing in it, and quotes in texts are escaped.
  const start = about.lastIndexOf(PAGES) + PAGES.length;
  return JSON.parse(fromUtf8(about.subarray(start, about.length - 1))) as AboutItem['pages'];
}

/** The pages among what speaks of several items, with their links, read one by one. */
export function* listedPages({
  files,
  line: [start],
  kept,
}: Pick<WholeBuilt, 'files' | 'line' | 'kept'>): Iterable<LinkedPage> {
  for (const { path, links } of files) {
    if (links === undefined) continue;
    const text = fromUtf8(kept.bytes(start + links[0], start + links[1]));
    // Written by `Press`.
    yield [path, JSON.parse(text) as PageLinks];
  }
}
