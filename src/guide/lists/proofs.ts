import type { Cell, TableBlock } from '../guide.ts';
import { cell } from '../words.ts';
import { type ListPage, listPage } from './list-page.ts';
import { countWords, type Listing } from './listing.ts';

const COLUMNS = [
  { title: '证明名称', weight: 3 },
  { title: '设定依据', weight: 4 },
  { title: '索要单位', weight: 3 },
  { title: '开具单位', weight: 3 },
  { title: '用于事项', weight: 3 },
];

/** 证明清单: every proof asked for, with its basis, who asks, who issues, and the guide. */
export function proofPages({ catalog, items }: Listing): ListPage[] {
  const rows = items.flatMap(({ item, subject, entry }) =>
    (item.materials ?? [])
      .filter(({ kind }) => kind === '证明')
      .map((material): Cell[] => [
        cell(material.name),
        cell(material.basis === undefined ? '未列明' : subject.cite(material.basis)),
        cell(entry.department),
        cell(material.issuer ?? material.source ?? '未列明'),
        [[{ text: entry.title, href: entry.href }]],
      ]),
  );
  if (rows.length === 0) return [];
  const table: TableBlock = { kind: 'table', columns: COLUMNS, rows };
  return [
    listPage(catalog, {
      path: 'lists/proofs.html',
      title: '证明清单',
      lead: '办事时要提交的证明，逐项写明设定依据、索要单位、开具单位和办理指南。',
      count: countWords(rows.length),
      sections: [{ id: 'proofs', heading: '证明事项', folded: false, blocks: [table] }],
    }),
  ];
}
