import type { Finding } from '../model/finding.ts';
import { say, type Words } from '../model/words.ts';
import {
  checkLinks,
  type LinkedPage,
  type LinkFault,
  type PageLinks,
} from '../render/html/links.ts';
import { Lines } from '../text/lines.ts';
import { filesOf, pagesOf } from './build-ledger.ts';
import { type Building, type ItemLine, isFresh } from './building.ts';
import { allFiles } from './built.ts';
import type { Contents } from './contents.ts';
import { type BuiltWhole, isNew, listedPages } from './whole.ts';

/** A tree with its pages, as it is going to be. */
export interface LinkedTree {
  readonly items: readonly ItemLine[];
  readonly whole: BuiltWhole;
  readonly contents: Contents;
}

/** What is broken on the pages of a site, at the place in the catalogue that it comes from. */
export function linkFindings(building: Building, made: LinkedTree): Finding[] {
  const fresh = nothingLost(building, made);
  const faults = checkLinks(
    () => allPages(made, fresh),
    (path) => made.contents.has(path),
    () => allPages(made, false),
  );
  if (faults.length === 0) return [];
  const owners = new Map<string, string>();
  for (const line of made.items) {
    for (const { path } of allFiles(filesOf(line))) owners.set(path, line.path);
  }
  const groups = new Map<string, LinkFault[]>();
  for (const fault of faults) {
    const key = [owners.get(fault.page), fault.what, fault.link].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups.values()].flatMap(([fault, ...more]) =>
    fault === undefined
      ? []
      : [findingOf(fault, more.length, { ...building, owner: owners.get(fault.page) })],
  );
}

/**
 * Whether all that a sound tree had to link to is still there: then only pages made anew may have
 * broken links.
 */
function nothingLost({ last }: Building, made: LinkedTree): boolean {
  if (last === undefined || last.links.length > 0) return false;
  if (made.contents.dropped.length > 0) return false;
  // An item whose file is somewhere else now is a new one: nobody knows what its page lost.
  const known = made.items.filter(({ before }) => before !== undefined).length;
  if (known < last.rows.size) return false;
  for (const line of made.items) {
    const { before } = line;
    if (before === undefined || !isFresh(line)) continue;
    if (!hasAll(pagesOf(line), pagesOf({ row: before, reader: last.reader }))) return false;
  }
  return Object.values(made.whole).every((whole) => {
    const { before } = whole;
    if (before === undefined || !isNew(whole)) return true;
    return hasAll(listedPages(whole), listedPages({ row: before, reader: last.reader }));
  });
}

/** Whether there is every place of each page that there was before. */
function hasAll(now: Iterable<LinkedPage>, before: Iterable<LinkedPage>): boolean {
  const ids = new Map<string, PageLinks['ids']>();
  for (const [path, links] of now) ids.set(path, links.ids);
  for (const [path, links] of before) {
    const there = new Set(ids.get(path));
    if (!links.ids.every((id) => there.has(id))) return false;
  }
  return true;
}

/** All pages, or those that were made in this build. */
function* allPages({ items, whole }: LinkedTree, fresh: boolean): Iterable<LinkedPage> {
  for (const line of items) if (!fresh || isFresh(line)) yield* pagesOf(line);
  for (const made of Object.values(whole)) if (!fresh || isNew(made)) yield* listedPages(made);
}

interface Origin extends Pick<Building, 'files' | 'catalog'> {
  /** The item's file; undefined for a page that lists. */
  readonly owner: string | undefined;
}

function findingOf(
  fault: LinkFault,
  more: number,
  { files, catalog: { settings }, owner }: Origin,
): Finding {
  const text = owner === undefined ? settings.source.text : textAt(owner, files);
  return {
    rule: fault.what === 'twice' ? 'duplicate-anchor' : 'broken-link',
    severity: 'error',
    path: owner ?? settings.path,
    pointer: '',
    span: placeOf(fault, text),
    message: words(fault, more),
    hint: hint(fault),
  };
}

/** The text of an item's file; empty where items are not at hand. */
function textAt(path: string, files: Building['files']): string {
  if (!files.list().includes(path)) return '';
  return new TextDecoder().decode(files.read(path));
}

/** Where the file writes the address; its beginning when a template does. */
function placeOf({ link, what }: LinkFault, text: string) {
  const word = what === 'file' ? link : link.replace(/^.*#/, '');
  const at = word === '' ? -1 : text.indexOf(word);
  const lines = new Lines(text);
  return at === -1 ? lines.span(0, 0) : lines.span(at, at + word.length);
}

function words({ page, what, link }: LinkFault, more: number): Words {
  const zh = more === 0 ? `网页 ${page} ` : `网页 ${page} 和另外 ${more} 页`;
  const en = more === 0 ? page : `${page} and ${more} more`;
  if (what === 'twice') {
    return say(`${zh}里锚点“${link}”重复`, `the id “${link}” is twice on ${en}`);
  }
  const target = what === 'file' ? `没有“${link}”这个文件` : `没有“${link}”这个位置`;
  return say(`${zh}的链接打不开：${target}`, `a broken link on ${en}: “${link}”`);
}

function hint({ what }: LinkFault): Words {
  if (what === 'twice') return say('让每个标识只用一次', 'use each id once');
  return say(
    '改正链接或补上文件；目录里没有写这个链接的，查主题的模板',
    'mend the link or add the file; if the catalogue does not write it, look in the theme',
  );
}
