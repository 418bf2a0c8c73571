import type { Block, Cell } from '../guide.ts';
import { cell, listWords } from '../words.ts';
import { type ListPage, listPage } from './list-page.ts';
import type { Listing } from './listing.ts';
import type { ItemCompleteness, SiteData } from './site-data.ts';

/** The completeness page for inspectors: what each guide still lacks, the least complete first. */
export function completenessPage({ catalog, items }: Listing, data: SiteData): ListPage {
  const measured = new Map(data.completeness.map((each) => [each.id, each]));
  const rows = items.flatMap(({ item, entry }) => {
    const found = measured.get(item.id);
    return found === undefined || found.applicable === 0 ? [] : [{ entry, found }];
  });
  rows.sort((a, b) => ratio(a.found) - ratio(b.found));
  const whole = rows.filter(({ found }) => found.filled === found.applicable).length;
  const table: Block = {
    kind: 'table',
    columns: [
      { title: '事项', weight: 4 },
      { title: '部门', weight: 3 },
      { title: '已填/应填', weight: 2 },
      { title: '还缺', weight: 5 },
    ],
    rows: rows.map(({ entry, found }): Cell[] => [
      [[{ text: entry.title, href: entry.href }]],
      cell(entry.department),
      cell(`${found.filled}/${found.applicable}`),
      cell(found.missing.length === 0 ? '齐全' : listWords(found.missing)),
    ]),
  };
  return listPage(catalog, {
    path: 'completeness.html',
    title: '完整度',
    lead: '办事指南应公开的要素，逐个事项核对：应填多少、已填多少、还缺哪些。',
    count: rows.length === 0 ? '尚未测量' : `${rows.length}项中${whole}项齐全`,
    sections:
      rows.length === 0
        ? []
        : [{ id: 'items', heading: '逐项核对', folded: false, blocks: [table] }],
  });
}

function ratio({ filled, applicable }: ItemCompleteness): number {
  return filled / applicable;
}
