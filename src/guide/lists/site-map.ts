import type { Block } from '../guide.ts';
import type { Listing } from './listing.ts';
import { LINES, type ListPlan, planGroups, planPage } from './plan.ts';

/** 网站地图: every page that is not an item's, under the page that leads to it. */
export function siteMapPages({ catalog }: Listing, plans: readonly ListPlan[]): ListPlan[] {
  const first = plans.filter(({ number }) => number === 1);
  const children = new Map<string, ListPlan[]>();
  for (const plan of first) {
    const parent = plan.crumbs[1]?.href ?? '';
    const list = children.get(parent) ?? [];
    children.set(parent, list);
    list.push(plan);
  }
  const groups = first
    .filter(({ crumbs }) => crumbs.length === 1)
    .map((parent, index) => ({
      id: `part-${index + 1}`,
      heading: parent.title,
      units: [parent, ...(children.get(parent.path) ?? [])],
    }));
  const draft = {
    path: 'sitemap.html',
    title: '网站地图',
    lead: '本网站的全部栏目。事项的页面在各份清单里。',
  };
  return planGroups(catalog, draft, { groups, per: LINES }, (parts) => ({
    sections: parts.map(({ id, heading, units }) => ({
      id,
      heading,
      folded: false,
      blocks: [linksTo(units)],
    })),
  }));
}

function linksTo(plans: readonly ListPlan[]): Block {
  return {
    kind: 'list',
    ordered: false,
    items: plans.map(({ title, path, count }) => [
      {
        kind: 'paragraph',
        text: [{ text: title, href: path }, { text: count === '' ? '' : `　${count}` }],
      },
    ]),
  };
}

/** The page shown for an address that does not exist. */
export function notFoundPage({ catalog }: Listing): ListPlan {
  return planPage(catalog, {
    path: '404.html',
    title: '没有这个页面',
    lead: '网址可能写错了，或者事项已经改名、取消。可以搜索，也可以从下面的清单找。',
    doors: [
      { text: '全部事项', href: 'lists/all.html', note: '' },
      { text: '按拼音找', href: 'lists/a-z.html', note: '' },
      { text: '网站地图', href: 'sitemap.html', note: '' },
    ],
  });
}
