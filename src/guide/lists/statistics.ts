import type { Fact } from '../guide.ts';
import type { PageSection } from '../page/page.ts';
import { cell, factsBlock, plainFact } from '../words.ts';
import { FEATURES } from './features.ts';
import { type ListPage, listPage } from './list-page.ts';
import { countWords, type Listed, type Listing } from './listing.ts';
import type { SiteData } from './site-data.ts';

type Tally = readonly [
  id: string,
  heading: string,
  title: string,
  name: (listed: Listed) => string | undefined,
];

const TALLIES: readonly Tally[] = [
  ['types', '事项类型', '类型', ({ item }) => item.type],
  ['departments', '部门', '部门', ({ entry }) => entry.department],
  ['levels', '行使层级', '层级', ({ item }) => item.level],
  ['cases', '办件类型', '类型', ({ item }) => item.case],
];

/** The statistics page: figures measured elsewhere, then plain counts with shares. */
export function statisticsPage(listing: Listing, data: SiteData): ListPage {
  const { catalog, items } = listing;
  const sections: PageSection[] = [
    { id: 'figures', heading: '主要数字', folded: false, blocks: factsBlock(data.figures) },
    section('features', '服务清单', '清单', items.length, featureCounts(items)),
    ...TALLIES.map(([id, heading, title, name]) =>
      section(id, heading, title, items.length, tally(items, name)),
    ),
  ].filter(({ blocks }) => blocks.length > 0);
  return listPage(catalog, {
    path: 'statistics.html',
    title: '统计',
    lead: '本目录在用和暂停的事项，按清单、类型、部门、层级计数。',
    count: countWords(items.length),
    sections,
  });
}

function featureCounts(items: readonly Listed[]): [string, number][] {
  return FEATURES.map(({ title, has }): [string, number] => [title, items.filter(has).length]);
}

function tally(
  items: readonly Listed[],
  name: (listed: Listed) => string | undefined,
): [string, number][] {
  const counts = new Map<string, number>();
  for (const listed of items) {
    const key = name(listed);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

function section(
  id: string,
  heading: string,
  title: string,
  total: number,
  counts: readonly [string, number][],
): PageSection {
  const columns = [title, '事项', '占全部事项'].map((each) => ({ title: each, weight: 1 }));
  const rows = counts.map(([name, count]) => [
    cell(name),
    cell(`${count}项`),
    cell(`${((count / total) * 100).toFixed(1)}%`),
  ]);
  const blocks = rows.length === 0 ? [] : [{ kind: 'table' as const, columns, rows }];
  return { id, heading, folded: false, blocks };
}

/** The figures of the front page. */
export function frontFigures({ catalog, items }: Listing): Fact[] {
  const departments = new Set(items.map(({ item }) => item.department)).size;
  const { version, date } = catalog.settings.value;
  return [
    ...plainFact('事项', `${items.length}项`),
    ...plainFact('部门', `${departments}个`),
    ...plainFact('目录版本', version),
    ...plainFact('目录日期', date),
  ];
}
