import type { PageSection } from '../page/page.ts';
import type { Door, ListGroup, ListPage } from './list-page.ts';
import { listPage } from './list-page.ts';
import type { Listing } from './listing.ts';

/** 网站地图: every page that is not an item's, under the page that leads to it. */
export function siteMapPage({ catalog }: Listing, pages: readonly ListPage[]): ListPage {
  const parents = pages.filter(({ crumbs }) => crumbs.length === 1);
  const sections = parents.map((parent, index): PageSection => {
    const children = pages.filter(({ crumbs }) => crumbs[1]?.href === parent.path);
    return {
      id: `part-${index + 1}`,
      heading: parent.title,
      folded: false,
      blocks: [
        {
          kind: 'list',
          ordered: false,
          items: [parent, ...children].map(({ title, path, count }) => [
            {
              kind: 'paragraph',
              text: [{ text: title, href: path }, { text: count === '' ? '' : `　${count}` }],
            },
          ]),
        },
      ],
    };
  });
  return listPage(catalog, {
    path: 'sitemap.html',
    title: '网站地图',
    lead: '本网站的全部栏目。事项的页面在各份清单里。',
    sections,
  });
}

/** The page shown for an address that does not exist. */
export function notFoundPage({ catalog }: Listing): ListPage {
  const doors: Door[] = [
    { text: '全部事项', href: 'lists/all.html', note: '' },
    { text: '按拼音找', href: 'lists/a-z.html', note: '' },
    { text: '网站地图', href: 'sitemap.html', note: '' },
  ];
  const groups: ListGroup[] = [];
  return listPage(catalog, {
    path: '404.html',
    title: '没有这个页面',
    lead: '网址可能写错了，或者事项已经改名、取消。可以搜索，也可以从下面的清单找。',
    doors,
    groups,
  });
}
