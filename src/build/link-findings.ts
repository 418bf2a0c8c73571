import type { Catalog, Entry } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import type { LinkFault } from '../render/html/links.ts';
import { Lines } from '../text/lines.ts';

/** What is broken on the pages of a site, at the place in the catalogue that it comes from. */
export function linkFindings(
  faults: readonly LinkFault[],
  { settings }: Pick<Catalog, 'settings'>,
  itemOf: (page: string) => Entry<Item> | undefined,
): Finding[] {
  return faults.map((fault) => {
    const entry = itemOf(fault.page);
    return {
      rule: fault.what === 'twice' ? 'duplicate-anchor' : 'broken-link',
      severity: 'error',
      path: (entry ?? settings).path,
      pointer: '',
      span: placeOf(fault, entry ?? settings),
      message: words(fault),
      hint: hint(fault),
    };
  });
}

/** Where the file writes the address; its beginning when a template does. */
function placeOf({ link, what }: LinkFault, { source: { text } }: Entry<unknown>) {
  const word = what === 'file' ? link : link.replace(/^.*#/, '');
  const at = [word, word.replace(/\/index\.html$/, '').replace(/^.*\//, '')]
    .map((each) => text.indexOf(each))
    .find((found) => found >= 0);
  const lines = new Lines(text);
  return at === undefined ? lines.span(0, 0) : lines.span(at, at + word.length);
}

function words({ page, what, link }: LinkFault): Words {
  if (what === 'twice') {
    return say(`网页 ${page} 里锚点“${link}”重复`, `the id “${link}” is twice on ${page}`);
  }
  const zh = what === 'file' ? `没有“${link}”这个文件` : `没有“${link}”这个位置`;
  return say(`网页 ${page} 的链接打不开：${zh}`, `a broken link on ${page}: “${link}”`);
}

function hint({ what }: LinkFault): Words {
  if (what === 'twice') {
    return say('让每个标识只用一次', 'use each id once');
  }
  return say(
    '改正链接或补上文件；目录里没有写这个链接的，查主题的模板',
    'mend the link or add the file; if the catalogue does not write it, look in the theme',
  );
}
