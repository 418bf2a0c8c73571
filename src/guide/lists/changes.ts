import type { Block } from '../guide.ts';
import { cell, dateWords } from '../words.ts';
import { cardHref } from './card.ts';
import type { Listing } from './listing.ts';
import { type ListPlan, planUnits, ROWS } from './plan.ts';
import type { SiteChange, SiteData } from './site-data.ts';

/** A change with its page, newest first. */
export interface DatedChange extends SiteChange {
  /** Path of the item's page; empty when it has none. */
  readonly href: string;
}

/** What changed: what was passed in, or else the dates that the items themselves give. */
export function changesOf({ all }: Listing, data: SiteData): DatedChange[] {
  const pages = new Map(all.map((card) => [card.id, cardHref(card)]));
  const changes = data.changes.length > 0 ? data.changes : ownDates(all);
  return changes
    .map((change): DatedChange => ({ ...change, href: pages.get(change.item ?? '') ?? '' }))
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
}

function ownDates(all: Listing['all']): SiteChange[] {
  return all.flatMap(({ id, name, effective, cancelled, version }) => {
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

/** The changes pages. */
export function changesPages(listing: Listing, changes: readonly DatedChange[]): ListPlan[] {
  const subscribed = listing.catalog.settings.value.site !== undefined && changes.length > 0;
  const draft = {
    path: 'changes.html',
    title: '更新记录',
    lead: '办事指南哪天起施行、改了什么。',
    count: `共${changes.length}条`,
    files: subscribed ? [{ text: '订阅更新（Atom）', href: 'changes.atom' }] : [],
  };
  return planUnits(listing.catalog, draft, { units: changes, per: ROWS }, (units) =>
    units.length === 0
      ? {}
      : {
          sections: [{ id: 'changes', heading: '按日期', folded: false, blocks: [table(units)] }],
        },
  );
}

function table(changes: readonly DatedChange[]): Block {
  return {
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
}
