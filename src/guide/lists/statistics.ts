import type { Block, Fact } from '../guide.ts';
import { itemLabel, settingsLabel } from '../labels.ts';
import type { PageSection } from '../page/page.ts';
import { cell, factsBlock, paragraph, plainFact } from '../words.ts';
import type { Card } from './card.ts';
import { cardsWith, FEATURES } from './features.ts';
import { countWords, departmentOf, type Listing } from './listing.ts';
import { type ListPlan, planPage, ROWS } from './plan.ts';
import type { SiteData } from './site-data.ts';

type Tally = readonly [
  id: string,
  heading: string,
  title: string,
  name: (card: Card, listing: Listing) => string | undefined,
];

const TALLIES: readonly Tally[] = [
  ['types', itemLabel('type'), '类型', ({ type }) => type],
  ['departments', '部门', '部门', departmentOf],
  ['levels', itemLabel('level'), '层级', ({ level }) => level],
  ['cases', itemLabel('case'), '类型', (card) => card.case],
];

/** The statistics page: figures measured elsewhere, then plain counts with shares. */
export function statisticsPage(listing: Listing, data: SiteData): ListPlan {
  const { catalog, cards } = listing;
  const sections: PageSection[] = [
    { id: 'figures', heading: '主要数字', folded: false, blocks: factsBlock(data.figures) },
    section('features', '服务清单', '清单', cards.length, featureCounts(listing)),
    ...TALLIES.map(([id, heading, title, name]) =>
      section(id, heading, title, cards.length, tally(listing, name)),
    ),
  ].filter(({ blocks }) => blocks.length > 0);
  return planPage(catalog, {
    path: 'statistics.html',
    title: '统计',
    lead: '本目录在用和暂停的事项，按清单、类型、部门、层级计数。',
    count: countWords(cards.length),
    sections,
  });
}

function featureCounts(listing: Listing): [string, number][] {
  return FEATURES.map(({ id, title }): [string, number] => [title, cardsWith(id, listing).length]);
}

function tally(listing: Listing, name: Tally[3]): [string, number][] {
  const counts = new Map<string, number>();
  for (const card of listing.cards) {
    const key = name(card, listing);
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
  const rows = counts
    .slice(0, ROWS)
    .map(([name, count]) => [cell(name), cell(`${count}项`), cell(shareText(count, total))]);
  const left = counts.length - rows.length;
  const blocks: Block[] = rows.length === 0 ? [] : [{ kind: 'table', columns, rows }];
  if (left > 0) blocks.push(paragraph(`事项少的${left}个不在这张表里，从清单里能找到。`));
  return { id, heading, folded: false, blocks };
}

/** In percent with one decimal, rounded half up from whole numbers, as statistics are. */
function shareText(count: number, total: number): string {
  const thousandths = Math.floor((count * 2000 + total) / (2 * total));
  return `${Math.floor(thousandths / 10)}.${thousandths % 10}%`;
}

/** The figures of the front page. */
export function frontFigures({ catalog, cards }: Listing): Fact[] {
  const departments = new Set(cards.map(({ department }) => department)).size;
  const { version, date } = catalog.settings.value;
  return [
    ...plainFact('事项', `${cards.length}项`),
    ...plainFact('部门', `${departments}个`),
    ...plainFact(settingsLabel('version'), version),
    ...plainFact(settingsLabel('date'), date),
  ];
}
