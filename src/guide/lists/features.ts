import { type Door, type ListGroup, type ListPage, listPage } from './list-page.ts';
import type { Listed, Listing } from './listing.ts';
import { countWords, entriesOf } from './listing.ts';

/** A list that is published for a promise made to the public, and who belongs in it. */
export interface Feature {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly has: (listed: Listed) => boolean;
  /** Heading under which an entry stands, for lists in parts. */
  readonly part?: (listed: Listed) => string;
}

const LOCAL_LEVELS = new Set(['镇（乡、街道）级', '村（社区）级']);

/** The lists by promise, in the order of the front page. */
export const FEATURES: readonly Feature[] = [
  {
    id: 'once',
    title: '最多跑一次',
    lead: '到现场0次或者1次就能办完的事项。',
    has: ({ item }) => item.visits !== undefined && item.visits <= 1,
  },
  {
    id: 'online',
    title: '全程网办',
    lead: '从申请到拿结果都在网上，不用到现场。',
    has: ({ item }) => item.channels?.fully_online === true,
  },
  {
    id: 'instant',
    title: '即办件',
    lead: '材料齐全，当场办结。',
    has: ({ item }) => item.case === '即办件',
  },
  {
    id: 'waived',
    title: '免提交材料',
    lead: '用电子证照、数据共享、部门核验或者告知承诺代替，至少一项材料不用交。',
    has: ({ item }) => (item.materials ?? []).some((each) => each.waiver !== undefined),
  },
  {
    id: 'promise',
    title: '告知承诺',
    lead: '签一份书面承诺，就可以先办。',
    has: ({ item }) =>
      item.promise !== undefined ||
      (item.modes ?? []).includes('告知承诺') ||
      (item.materials ?? []).some((each) => each.waiver?.how === '告知承诺'),
  },
  {
    id: 'reach',
    title: '跨区域通办',
    lead: '不在本地也能办：全国、全省、全市、全县通办的事项。',
    has: ({ item }) => item.reach !== undefined,
    part: ({ item }) => `${item.reach?.scope ?? ''}通办`,
  },
  {
    id: 'weekend',
    title: '周末可办',
    lead: '周末有窗口开放，或者提供周末服务。',
    has: ({ item, subject }) =>
      (item.modes ?? []).includes('周末服务') ||
      subject.windows.some(({ window }) => window.weekend === true),
  },
  {
    id: 'grassroots',
    title: '基层可办',
    lead: '在镇（乡、街道）或者村（社区）就能办。',
    has: ({ item, subject }) =>
      LOCAL_LEVELS.has(item.level ?? '') ||
      subject.windows.some(({ hall }) => LOCAL_LEVELS.has(hall.level ?? '')),
  },
  {
    id: 'automatic',
    title: '免申即享',
    lead: '部门比对数据后直接兑现，不用申请。',
    has: ({ item }) => (item.modes ?? []).includes('免申即享'),
  },
];

/** A page for every list by promise that has an entry. */
export function featurePages(listing: Listing): ListPage[] {
  return FEATURES.flatMap((feature) => {
    const items = listing.items.filter(feature.has);
    if (items.length === 0) return [];
    return [
      listPage(listing.catalog, {
        path: `lists/${feature.id}.html`,
        title: feature.title,
        lead: feature.lead,
        count: countWords(items.length),
        groups: groupsOf(items, feature.part),
      }),
    ];
  });
}

const WIDE = ['全国', '全省', '全市', '全县'];

/** The wider the reach the earlier it stands. */
function wide(part: string): number {
  const at = WIDE.findIndex((word) => part.startsWith(word));
  return at === -1 ? WIDE.length : at;
}

function groupsOf(items: readonly Listed[], part: Feature['part']): ListGroup[] {
  if (part === undefined) return [{ id: 'items', heading: '', entries: entriesOf(items) }];
  const parts = [...new Set(items.map(part))].sort((a, b) => wide(a) - wide(b));
  return parts.map((heading, index) => ({
    id: `part-${index + 1}`,
    heading,
    entries: entriesOf(items.filter((each) => part(each) === heading)),
  }));
}

/** Doors to those lists, with how much is in each. */
export function doorsTo(pages: readonly ListPage[]): Door[] {
  return pages.map(({ title, path, count }) => ({
    text: title,
    href: path,
    note: count.replace(/^共/, ''),
  }));
}
