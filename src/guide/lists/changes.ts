import { guideFolder } from '../compose.ts';
import type { Block } from '../guide.ts';
import { cell, dateWords } from '../words.ts';
import { type ListPage, listPage } from './list-page.ts';
import type { Listing } from './listing.ts';
import type { SiteChange, SiteData } from './site-data.ts';

/** A change with its page, newest first. */
export interface DatedChange extends SiteChange {
  /** Path of the item's page; empty when it has none. */
  readonly href: string;
}

/** What changed: what was passed in, or else the dates that the items themselves give. */
export function changesOf({ catalog }: Listing, data: SiteData): DatedChange[] {
  const pages = new Map(catalog.items.map(({ value }) => [value.id, guideFolder(value)]));
  const changes = data.changes.length > 0 ? data.changes : ownDates(catalog);
  return changes
    .map((change): DatedChange => {
      const folder = pages.get(change.item ?? '');
      return { ...change, href: folder === undefined ? '' : `${folder}/index.html` };
    })
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
}

function ownDates(catalog: Listing['catalog']): SiteChange[] {
  return catalog.items.flatMap(({ value: { id, name, effective, cancelled, version } }) => {
    const number = version === undefined ? '' : `第${version}版`;
    const begun: SiteChange[] =
      effective === undefined
        ? []
        : [{ date: effective, item: id, title: name, words: `${number}办事指南开始施行` }];
    const ended: SiteChange[] =
      cancelled === undefined
        ? []
        : [{ date: cancelled, item: id, title: name, words: '事项取消' }];
    return [...begun, ...ended];
  });
}

/** The changes page. */
export function changesPage(listing: Listing, changes: readonly DatedChange[]): ListPage {
  const table: Block = {
    kind: 'table',
    columns: [
      { title: '日期', weight: 2 },
      { title: '事项', weight: 4 },
      { title: '变化', weight: 5 },
    ],
    rows: changes.map(({ date, title, href, words }) => [
      cell(dateWords(date)),
      [[href === '' ? { text: title } : { text: title, href }]],
      cell(words),
    ]),
  };
  const subscribed = listing.catalog.settings.value.site !== undefined && changes.length > 0;
  return listPage(listing.catalog, {
    path: 'changes.html',
    title: '更新记录',
    lead: '办事指南哪天起施行、改了什么。',
    count: `共${changes.length}条`,
    sections:
      changes.length === 0
        ? []
        : [{ id: 'changes', heading: '按日期', folded: false, blocks: [table] }],
    files: subscribed ? [{ text: '订阅更新（Atom）', href: 'changes.atom' }] : [],
  });
}
