import type { Item } from '../../model/schema.gen.ts';
import { itemsWords } from '../department.ts';
import type { Card } from './card.ts';
import { planCards } from './card-plan.ts';
import { crumbsBelow, type Door } from './list-page.ts';
import { countWords, departmentOf, type Listing } from './listing.ts';
import { LINES, type ListPlan, planPage, planUnits } from './plan.ts';

/** A way to sort items into classes, each with a page of its own. */
interface Sorting {
  /** Folder of the pages and name of the page that leads to them. */
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  /** The classes of an item: id for the address and name. */
  classes(card: Card, listing: Listing): readonly (readonly [id: string, name: string])[];
  /** Known classes in their usual order; the rest follow as they come. */
  readonly order?: readonly string[];
}

const TYPES = [
  '行政许可',
  '行政确认',
  '行政给付',
  '行政奖励',
  '行政裁决',
  '行政征收',
  '行政检查',
  '行政强制',
  '行政处罚',
  '其他行政权力',
  '公共服务',
] as const satisfies readonly Item['type'][];
const LEVELS = [
  '国家级',
  '省级',
  '市级',
  '县级',
  '镇（乡、街道）级',
  '村（社区）级',
] as const satisfies readonly NonNullable<Item['level']>[];
const AUDIENCE = [
  '自然人',
  '企业法人',
  '非法人企业',
  '事业法人',
  '社会组织法人',
  '行政机关',
  '其他组织',
] as const satisfies readonly NonNullable<Item['audience']>[number][];

/** Plain words for the kinds of applicants. */
const PLAIN: Readonly<Record<string, string>> = {
  自然人: '个人',
  企业法人: '企业',
  非法人企业: '个体工商户和非法人企业',
  事业法人: '事业单位',
  社会组织法人: '社会组织',
};

const SORTINGS: readonly Sorting[] = [
  {
    id: 'departments',
    title: '按部门找',
    lead: '知道由哪个部门管，从这里找。',
    classes: (card, listing) => [[card.department, departmentOf(card, listing)]],
  },
  {
    id: 'types',
    title: '按事项类型找',
    lead: '按行政许可、行政确认、公共服务这些类型分。',
    order: TYPES,
    classes: ({ type }) => [numbered(TYPES, type)],
  },
  {
    id: 'themes',
    title: '按主题找',
    lead: '按人一生和企业一程会遇到的事分。',
    classes: ({ themes }) => [
      ...(themes?.person ?? []).map((name) => [`person-${name}`, `个人：${name}`] as const),
      ...(themes?.enterprise ?? []).map((name) => [`enterprise-${name}`, `企业：${name}`] as const),
    ],
  },
  {
    id: 'audience',
    title: '按服务对象找',
    lead: '你是个人，还是企业、事业单位、社会组织。',
    order: AUDIENCE.map((name) => PLAIN[name] ?? name),
    classes: ({ audience = [] }) =>
      audience.map((name) => {
        const [id] = numbered(AUDIENCE, name);
        return [id, PLAIN[name] ?? name] as const;
      }),
  },
  {
    id: 'levels',
    title: '按行使层级找',
    lead: '按由哪一级机关办理分。',
    order: LEVELS,
    classes: ({ level }) => (level === undefined ? [] : [numbered(LEVELS, level)]),
  },
];

function numbered(order: readonly string[], name: string): readonly [string, string] {
  return [String(order.indexOf(name) + 1), name];
}

/** The pages by department, type, theme, audience and level: one that leads, one a class. */
export function classPages(listing: Listing): ListPlan[] {
  return SORTINGS.flatMap((sorting) => sortingPages(sorting, listing));
}

function sortingPages(sorting: Sorting, listing: Listing): ListPlan[] {
  const { catalog } = listing;
  const classes = classesOf(sorting, listing);
  if (classes.length === 0) return sorting.id === 'themes' ? [themelessPage(listing)] : [];
  const path = `lists/${sorting.id}.html`;
  const index = { path, title: sorting.title, lead: sorting.lead };
  return [
    ...planUnits(catalog, index, { units: classes, per: LINES }, (units) => ({
      doors: units.map(({ id, name, cards }): Door => {
        return { text: name, href: classHref(sorting, id), note: `${cards.length}项` };
      }),
    })),
    ...classes.flatMap(({ id, name, cards }) => {
      const draft = {
        path: classHref(sorting, id),
        title: name,
        lead: itemsWords(catalog.settings.value.title, name),
        count: countWords(cards.length),
        crumbs: crumbsBelow(sorting.title, path),
      };
      return planCards(listing, draft, [{ id: 'items', heading: '', units: cards }]);
    }),
  ];
}

/** Every page leads to the themes; where no item has one, that page leads on. */
function themelessPage({ catalog }: Listing): ListPlan {
  return planPage(catalog, {
    path: 'lists/themes.html',
    title: '按主题找',
    lead: '本目录的事项没有标明主题，可以从这里找。',
    doors: [
      { text: '全部事项', href: 'lists/all.html', note: '' },
      { text: '按部门找', href: 'lists/departments.html', note: '' },
      { text: '按事项类型找', href: 'lists/types.html', note: '' },
    ],
  });
}

function classHref({ id }: Sorting, name: string): string {
  return `lists/${id}/${name}.html`;
}

interface Class {
  readonly id: string;
  readonly name: string;
  readonly cards: Card[];
}

function classesOf(sorting: Sorting, listing: Listing): Class[] {
  const classes = new Map<string, Class>();
  const taken = new Set<string>();
  for (const card of listing.cards) {
    for (const [id, name] of sorting.classes(card, listing)) {
      const known = classes.get(name);
      known?.cards.push(card);
      if (known !== undefined) continue;
      classes.set(name, { id: addressOf(id, listing.pinyin, taken), name, cards: [card] });
    }
  }
  return sortClasses([...classes.values()], sorting.order);
}

/** Classes with Chinese in their id get an address in pinyin, each its own. */
function addressOf(id: string, pinyin: Listing['pinyin'], taken: Set<string>): string {
  const base = /^[\w-]+$/.test(id)
    ? id
    : pinyin(id)
        .join('')
        .replace(/[^\w-]/g, '');
  let address = base;
  for (let number = 2; taken.has(address); number++) address = `${base}-${number}`;
  taken.add(address);
  return address;
}

function sortClasses<T extends { readonly name: string }>(
  classes: readonly T[],
  order: readonly string[] = [],
): T[] {
  const rank = (name: string): number => {
    const kind = name.startsWith('企业：') ? 1 : 0;
    return (order.indexOf(name) + 1 || order.length + 1) + kind;
  };
  return [...classes].sort((a, b) => rank(a.name) - rank(b.name));
}
