import { pathWord } from '../../text/path-word.ts';
import { type Card, readingsOf } from './card.ts';
import { countWords, departmentOf, type Listing, lineOf } from './listing.ts';
import { LINES, type ListPlan, type PlanGroup, planGroups } from './plan.ts';

/** All items by department, and A–Z by pinyin. */
export function allPages(listing: Listing): ListPlan[] {
  const { catalog, cards } = listing;
  const count = countWords(cards.length);
  const all = {
    path: 'lists/all.html',
    title: '全部事项',
    lead: '按部门排列的全部事项。用浏览器的“在页面中查找”也能找到。',
    count,
    files: [{ text: '事项清单（JSON）', href: 'items.json' }],
  };
  const letters = {
    path: 'lists/a-z.html',
    title: '按拼音找',
    lead: '按事项名称第一个字的拼音排列。',
    count,
  };
  return [
    ...planGroups(catalog, all, { groups: byDepartment(listing), per: LINES }, (parts) => ({
      groups: parts.map(({ id, heading, units }) => ({
        id,
        heading,
        entries: units.map((card) => ({ ...lineOf(card, listing), department: '' })),
      })),
    })),
    ...planGroups(catalog, letters, { groups: byLetter(listing), per: LINES }, (parts) => ({
      groups: parts.map(({ id, heading, units }) => ({
        id,
        heading,
        entries: units.map((card) => lineOf(card, listing)),
      })),
    })),
  ];
}

function byDepartment(listing: Listing): PlanGroup<Card>[] {
  const groups = new Map<string, Card[]>();
  for (const card of listing.cards) {
    const group = groups.get(card.department) ?? [];
    groups.set(card.department, group);
    group.push(card);
  }
  return [...groups].map(([id, units]) => ({
    id: `department-${pathWord(id)}`,
    heading: `${units[0] === undefined ? id : departmentOf(units[0], listing)}（${units.length}项）`,
    units,
  }));
}

/** Groups A to Z; what does not begin with a letter or a Chinese character comes last. */
function byLetter({ cards }: Listing): PlanGroup<Card>[] {
  const keyed = cards.map((card) => ({ card, key: sortKey(card) }));
  keyed.sort((a, b) => compare(a.key, b.key) || compare(a.card.id, b.card.id));
  const groups = new Map<string, Card[]>();
  for (const { card, key } of keyed) {
    const letter = /^[a-z]/.test(key) ? (key[0] ?? '').toUpperCase() : '#';
    const group = groups.get(letter) ?? [];
    groups.set(letter, group);
    group.push(card);
  }
  const sorted = [...groups].sort(([a], [b]) => Number(a === '#') - Number(b === '#'));
  return sorted.map(([letter, units]) => ({
    id: letter === '#' ? 'letter-other' : `letter-${letter.toLowerCase()}`,
    heading: letter,
    units,
  }));
}

/** The name's readings, from its first letter or character on. */
function sortKey(card: Card): string {
  const blank = [...(/^[\p{P}\p{S}\s]+/u.exec(card.name)?.[0] ?? '')].length;
  return readingsOf(card).slice(blank).join(' ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
