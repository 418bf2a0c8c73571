import type { SharedCatalog } from '../../model/catalog.ts';
import type { Fact, Link } from '../guide.ts';
import { settingsLabel } from '../labels.ts';
import { plainFact } from '../words.ts';
import type { Frame, Meta } from './page.ts';

/** The front page, at the head of every page's crumbs. */
export const HOME: Link = { text: '首页', href: 'index.html' };

const NAV: readonly Link[] = [
  { text: '全部事项', href: 'lists/all.html' },
  { text: '按部门', href: 'lists/departments.html' },
  { text: '按主题', href: 'lists/themes.html' },
  { text: '一件事', href: 'bundles/index.html' },
  { text: '办事大厅', href: 'halls/index.html' },
];

const LINKS: readonly Link[] = [
  { text: '网站地图', href: 'sitemap.html' },
  { text: '统计', href: 'statistics.html' },
  { text: '完整度', href: 'completeness.html' },
  { text: '更新记录', href: 'changes.html' },
  { text: '电话簿', href: 'phones.html' },
];

/** What every page of a site has around it: the same whatever items there are. */
export function composeFrame(catalog: SharedCatalog): Frame {
  const { title, publisher = '', lang = 'zh-Hans', site = '', marks } = catalog.settings.value;
  const report = marks?.report;
  const exists: Readonly<Record<string, boolean>> = {
    'bundles/index.html': catalog.bundles.size > 0,
    'halls/index.html': catalog.halls.size > 0,
  };
  return {
    title,
    publisher,
    lang,
    nav: NAV.filter(({ href }) => exists[href] ?? true),
    metas: siteMetas(title, site, marks?.site_id),
    marks: markFacts(catalog),
    links: [...LINKS, ...(report === undefined ? [] : [{ text: '网站纠错', href: report }])],
    site: site.replace(/\/+$/, ''),
  };
}

function siteMetas(title: string, site: string, id: string | undefined): Meta[] {
  const metas = [
    { name: 'SiteName', content: title },
    { name: 'SiteDomain', content: /^https?:\/\/([^/?#]+)/.exec(site)?.[1] ?? '' },
    { name: 'SiteIDCode', content: id ?? '' },
  ];
  return metas.filter(({ content }) => content !== '');
}

function markFacts(catalog: SharedCatalog): Fact[] {
  const { publisher, marks, hotline, version } = catalog.settings.value;
  return [
    ...plainFact(settingsLabel('publisher'), publisher),
    ...plainFact(settingsLabel('marks.site_id'), marks?.site_id),
    ...plainFact(settingsLabel('marks.icp'), marks?.icp),
    ...plainFact(settingsLabel('marks.police'), marks?.police),
    ...plainFact(settingsLabel('hotline'), hotline),
    ...plainFact(settingsLabel('version'), version),
  ];
}

/** The metas of one page: which column it belongs to, when it was checked, where it is from. */
export function pageMetas(
  catalog: SharedCatalog,
  column: string,
  title: string,
  date?: string,
): Meta[] {
  const { publisher = '', date: day = '' } = catalog.settings.value;
  const metas = [
    { name: 'ColumnName', content: column },
    { name: 'ColumnType', content: '办事服务' },
    { name: 'ArticleTitle', content: title },
    { name: 'PubDate', content: date ?? day },
    { name: 'ContentSource', content: publisher },
  ];
  return metas.filter(({ content }) => content !== '');
}
