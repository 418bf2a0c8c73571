import type { Block, Cell } from '../guide.ts';
import { cell, listWords } from '../words.ts';
import { type Card, cardHref } from './card.ts';
import { departmentOf, type Listing } from './listing.ts';
import { type ListPlan, planUnits, ROWS } from './plan.ts';

type Measured = Card & Required<Pick<Card, 'completeness'>>;

/** The completeness pages for inspectors: what each guide still lacks, the least complete first. */
export function completenessPages(listing: Listing): ListPlan[] {
  const cards = listing.cards.filter(isMeasured);
  cards.sort((a, b) => ratio(a) - ratio(b));
  const whole = cards.filter((card) => ratio(card) === 1).length;
  const draft = {
    path: 'completeness.html',
    title: '完整度',
    lead: '办事指南应公开的要素，逐个事项核对：应填多少、已填多少、还缺哪些。',
    count: cards.length === 0 ? '尚未测量' : `${cards.length}项中${whole}项齐全`,
  };
  return planUnits(listing.catalog, draft, { units: cards, per: ROWS }, (units) =>
    units.length === 0
      ? {}
      : {
          sections: [
            { id: 'items', heading: '逐项核对', folded: false, blocks: [table(units, listing)] },
          ],
        },
  );
}

function isMeasured(card: Card): card is Measured {
  return card.completeness !== undefined && card.completeness.applicable > 0;
}

function table(cards: readonly Measured[], listing: Listing): Block {
  return {
    kind: 'table',
    columns: [
      { title: '事项', weight: 4 },
      { title: '部门', weight: 3 },
      { title: '已填/应填', weight: 2 },
      { title: '还缺', weight: 5 },
    ],
    rows: cards.map((card): Cell[] => {
      const { filled, applicable, missing } = card.completeness;
      return [
        [[{ text: card.name, href: cardHref(card) }]],
        cell(departmentOf(card, listing)),
        cell(`${filled}/${applicable}`),
        cell(missing.length === 0 ? '齐全' : listWords(missing)),
      ];
    }),
  };
}

function ratio({ completeness: { filled, applicable } }: Measured): number {
  return filled / applicable;
}
