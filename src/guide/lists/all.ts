import { type ListGroup, type ListPage, listPage } from './list-page.ts';
import { countWords, type Listed, type Listing } from './listing.ts';

/** All items by department, and A–Z by pinyin. */
export function allPages(listing: Listing): ListPage[] {
  const { catalog, items } = listing;
  const count = countWords(items.length);
  return [
    listPage(catalog, {
      path: 'lists/all.html',
      title: '全部事项',
      lead: '按部门排列的全部事项。用浏览器的“在页面中查找”也能找到。',
      count,
      groups: byDepartment(items),
      files: [{ text: '事项清单（JSON）', href: 'items.json' }],
    }),
    listPage(catalog, {
      path: 'lists/a-z.html',
      title: '按拼音找',
      lead: '按事项名称第一个字的拼音排列。',
      count,
      groups: byLetter(listing),
    }),
  ];
}

function short({ entry }: Listed) {
  return { ...entry, summary: '', facts: [] };
}

function byDepartment(items: readonly Listed[]): ListGroup[] {
  const groups = new Map<string, Listed[]>();
  for (const listed of items) {
    const group = groups.get(listed.item.department) ?? [];
    groups.set(listed.item.department, group);
    group.push(listed);
  }
  return [...groups].map(([id, list]) => ({
    id: `department-${id}`,
    heading: `${list[0]?.entry.department ?? id}（${list.length}项）`,
    entries: list.map((each) => ({ ...short(each), department: '' })),
  }));
}

/** Groups A to Z; what does not begin with a letter or a Chinese character comes last. */
function byLetter({ items, pinyin }: Listing): ListGroup[] {
  const keyed = items.map((listed) => {
    const name = listed.item.name.replace(/^[\p{P}\p{S}\s]+/u, '');
    return { listed, key: pinyin(name).join(' ').toLowerCase() };
  });
  keyed.sort((a, b) => compare(a.key, b.key) || compare(a.listed.item.id, b.listed.item.id));
  const groups = new Map<string, Listed[]>();
  for (const { listed, key } of keyed) {
    const letter = /^[a-z]/.test(key) ? (key[0] ?? '').toUpperCase() : '#';
    const group = groups.get(letter) ?? [];
    groups.set(letter, group);
    group.push(listed);
  }
  const sorted = [...groups].sort(([a], [b]) => Number(a === '#') - Number(b === '#'));
  return sorted.map(([letter, list]) => ({
    id: letter === '#' ? 'letter-other' : `letter-${letter.toLowerCase()}`,
    heading: letter,
    entries: list.map(short),
  }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
