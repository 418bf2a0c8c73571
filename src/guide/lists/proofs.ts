import type { Cell, TableBlock } from '../guide.ts';
import { itemLabel } from '../labels.ts';
import { cell } from '../words.ts';
import { type Card, type CardProof, cardHref } from './card.ts';
import { countWords, departmentOf, type Listing } from './listing.ts';
import { type ListPlan, planUnits, ROWS } from './plan.ts';

const COLUMNS = [
  { title: '证明名称', weight: 3 },
  { title: itemLabel('basis'), weight: 4 },
  { title: '索要单位', weight: 3 },
  { title: '开具单位', weight: 3 },
  { title: '用于事项', weight: 3 },
];

/** 证明清单: every proof asked for, with its basis, who asks, who issues, and the guide. */
export function proofPages(listing: Listing): ListPlan[] {
  const units = listing.cards.flatMap((card) =>
    (card.proofs ?? []).map((proof) => ({ card, proof })),
  );
  if (units.length === 0) return [];
  const draft = {
    path: 'lists/proofs.html',
    title: '证明清单',
    lead: '办事时要提交的证明，逐项写明设定依据、索要单位、开具单位和办理指南。',
    count: countWords(units.length),
  };
  return planUnits(listing.catalog, draft, { units, per: ROWS }, (here) => {
    const rows = here.map((each) => rowOf(each, listing));
    const table: TableBlock = { kind: 'table', columns: COLUMNS, rows };
    return { sections: [{ id: 'proofs', heading: '证明事项', folded: false, blocks: [table] }] };
  });
}

function rowOf({ card, proof }: { card: Card; proof: CardProof }, listing: Listing): Cell[] {
  return [
    cell(proof.name),
    cell(proof.basis || '未列明'),
    cell(departmentOf(card, listing)),
    cell(proof.issuer || '未列明'),
    [[{ text: card.name, href: cardHref(card) }]],
  ];
}
