import type { FeatureId } from './belongs.ts';
import type { Card } from './card.ts';
import { planCards } from './card-plan.ts';
import { countWords, type Listing } from './listing.ts';
import type { ListPlan, PlanGroup } from './plan.ts';

/** A list that is published for a promise made to the public; `BELONGS` says who is in it. */
export interface Feature {
  readonly id: FeatureId;
  readonly title: string;
  readonly lead: string;
  /** Heading under which an entry stands, for lists in parts. */
  readonly part?: (card: Card) => string;
}

/** The lists by promise, in the order of the front page. */
export const FEATURES: readonly Feature[] = [
  {
    id: 'once',
    title: '最多跑一次',
    lead: '到现场0次或者1次就能办完的事项。',
  },
  {
    id: 'online',
    title: '全程网办',
    lead: '从申请到拿结果都在网上，不用到现场。',
  },
  {
    id: 'instant',
    title: '即办件',
    lead: '材料齐全，当场办结。',
  },
  {
    id: 'waived',
    title: '免提交材料',
    lead: '用电子证照、数据共享、部门核验或者告知承诺代替，至少一项材料不用交。',
  },
  {
    id: 'promise',
    title: '告知承诺',
    lead: '签一份书面承诺，就可以先办。',
  },
  {
    id: 'reach',
    title: '跨区域通办',
    lead: '不在本地也能办：全国、全省、全市、全县通办的事项。',
    part: ({ reach = '' }) => `${reach}通办`,
  },
  {
    id: 'weekend',
    title: '周末可办',
    lead: '周末有窗口开放，或者提供周末服务。',
  },
  {
    id: 'grassroots',
    title: '基层可办',
    lead: '在镇（乡、街道）或者村（社区）就能办。',
  },
  {
    id: 'automatic',
    title: '免申即享',
    lead: '部门比对数据后直接兑现，不用申请。',
  },
];

/** The items of a list by promise. */
export function cardsWith(id: FeatureId, { cards }: Pick<Listing, 'cards'>): Card[] {
  return cards.filter(({ features }) => features.includes(id));
}

/** A page for every list by promise that has an entry. */
export function featurePages(listing: Listing): ListPlan[] {
  return FEATURES.flatMap(({ id, title, lead, part }) => {
    const cards = cardsWith(id, listing);
    if (cards.length === 0) return [];
    const draft = { path: `lists/${id}.html`, title, lead, count: countWords(cards.length) };
    return planCards(listing, draft, groupsOf(cards, part));
  });
}

const WIDE = ['全国', '全省', '全市', '全县'];

/** The wider the reach the earlier it stands. */
function wide(part: string): number {
  const at = WIDE.findIndex((word) => part.startsWith(word));
  return at === -1 ? WIDE.length : at;
}

function groupsOf(cards: readonly Card[], part: Feature['part']): PlanGroup<Card>[] {
  if (part === undefined) return [{ id: 'items', heading: '', units: cards }];
  const parts = [...new Set(cards.map(part))].sort((a, b) => wide(a) - wide(b));
  return parts.map((heading, index) => ({
    id: `part-${index + 1}`,
    heading,
    units: cards.filter((each) => part(each) === heading),
  }));
}
