import { bundleHref, hallHref } from '../addresses.ts';
import type { Block } from '../guide.ts';
import { dateWords } from '../words.ts';
import { cardHref } from './card.ts';
import { changeLines } from './change-words.ts';
import type { Listing } from './listing.ts';
import { type ListPlan, type PlanGroup, planGroups, ROWS } from './plan.ts';
import type { SiteChange, SiteData } from './site-data.ts';

/** A change in words, with its page. */
export interface DatedChange extends Pick<SiteChange, 'date' | 'id' | 'title'> {
  /** Path of the page that changed; empty when it has none any more. */
  readonly href: string;
  readonly lines: readonly string[];
}

/**
 * What changed, newest first: between revisions where that is known, and the days from which guides
 * hold by their own dates, no older than those revisions.
 */
export function changesOf(listing: Listing, { changes }: SiteData): DatedChange[] {
  const oldest = changes.reduce((date, each) => (each.date < date ? each.date : date), '9999');
  const own = ownDates(listing.all).filter(({ date }) => changes.length === 0 || date >= oldest);
  const hrefs = hrefsOf(listing);
  return [...changes, ...own]
    .map((change): DatedChange => {
      const { date, kind, id, title } = change;
      const href = hrefs.get(`${kind} ${id}`) ?? '';
      return { date, id, title, href, lines: changeLines(change, listing.catalog) };
    })
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
}

function hrefsOf({ all, catalog }: Listing): ReadonlyMap<string, string> {
  return new Map([
    ...all.map((card) => [`item ${card.id}`, cardHref(card)] as const),
    ...[...catalog.halls.keys()].map((id) => [`hall ${id}`, hallHref(id)] as const),
    ...[...catalog.bundles.keys()].map((id) => [`bundle ${id}`, bundleHref(id)] as const),
  ]);
}

function ownDates(all: Listing['all']): SiteChange[] {
  return all.flatMap(({ id, name, effective, cancelled, version }) => {
    const change = { kind: 'item' as const, id, title: name, fields: [] };
    const begun: SiteChange[] =
      effective === undefined
        ? []
        : [
            {
              ...change,
              date: effective,
              event: '施行',
              ...(version === undefined ? {} : { version }),
            },
          ];
    const ended: SiteChange[] =
      cancelled === undefined ? [] : [{ ...change, date: cancelled, event: '取消' }];
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
  const groups = byDate(changes);
  return planGroups(listing.catalog, draft, { groups, per: ROWS }, (parts) => ({
    jump: [],
    sections: parts.map(({ id, heading, units }) => ({
      id,
      heading,
      folded: false,
      blocks: [table(units)],
    })),
  }));
}

function byDate(changes: readonly DatedChange[]): PlanGroup<DatedChange>[] {
  const days = new Map<string, DatedChange[]>();
  for (const change of changes) {
    const day = days.get(change.date) ?? [];
    days.set(change.date, day);
    day.push(change);
  }
  return [...days].map(([date, units]) => ({
    id: `day-${date}`,
    heading: dateWords(date),
    units,
  }));
}

function table(changes: readonly DatedChange[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: '名称', weight: 2 },
      { title: '变化', weight: 5 },
    ],
    rows: changes.map(({ title, href, lines }) => [
      [[href === '' ? { text: title } : { text: title, href }]],
      lines.map((text) => [{ text }]),
    ]),
  };
}
