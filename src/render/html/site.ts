import { parse } from 'yaml';
import { composeIndex } from '../../guide/catalogue-index.ts';
import { guideFolder } from '../../guide/compose.ts';
import type { Guide } from '../../guide/guide.ts';
import { changesOf } from '../../guide/lists/changes.ts';
import { hallsGeoJson } from '../../guide/lists/geo.ts';
import { type Listing, listingOf } from '../../guide/lists/listing.ts';
import { listPages } from '../../guide/lists/lists.ts';
import { phoneText } from '../../guide/lists/phones.ts';
import { type Synonym, searchIndex } from '../../guide/lists/search-index.ts';
import { NO_DATA } from '../../guide/lists/site-data.ts';
import { composeFrame } from '../../guide/page/frame.ts';
import { composeItemPage } from '../../guide/page/item-page.ts';
import type { Frame, ItemPage } from '../../guide/page/page.ts';
import { toPinyin } from '../../text/pinyin.ts';
import { noticeFile, type Rendered, type Renderer, type Studio } from '../output.ts';
import { atomFeed } from './atom.ts';
import { compact } from './compact.ts';
import { type Edition, editionOf } from './edition.ts';
import { createHtmlRenderer, type HtmlRenderer } from './html.ts';
import { itemsJson, robots, sitemaps } from './machines.ts';
import type { Download } from './view.ts';

/** Pages of items, then everything around them: lists, search, files for machines. */
export async function siteRenderer(studio: Studio): Promise<Renderer> {
  const { catalog, assets } = studio;
  const edition = await editionOf(studio);
  const read = (path: string): string => new TextDecoder().decode(assets(path));
  const html = createHtmlRenderer((path) => edition.markup(read(`templates/${path}`)));
  const frame = edition.frame(composeFrame(catalog));
  return {
    item: ({ entry, guide, downloads }) => {
      const page = withSheets(composeItemPage(entry, catalog, guide), downloads);
      const rest = downloads.filter(({ href }) => !sheets(page).has(href));
      const words = rest.map(({ label, href }) => ({ label: edition.words(label), href }));
      const render = () => ({ body: html.itemPage(edition.page(page), frame, words) });
      return [{ file: 'index.html', render }];
    },
    catalogue: (guides) => {
      const byId = new Map(guides.map((guide) => [guide.id, guide]));
      const listing = listingOf(catalog, byId, toPinyin);
      return [
        ...pagesOf(listing, studio, frame, edition, html),
        ...scripts(read, edition),
        { file: 'assets/search-data.js', body: searchData(listing, read, edition) },
        ...machineFiles(listing, guides, frame),
      ];
    },
  };
}

/** Puts a situation's notice sheet beside its tick list. */
function withSheets(page: ItemPage, downloads: readonly Download[]): ItemPage {
  if (page.bring === undefined) return page;
  const groups = page.bring.groups.map((group) => {
    const file = noticeFile({ situation: { id: group.id.replace(/^situation-/, '') } });
    const sheet = downloads.find(({ href }) => href === file);
    return sheet === undefined ? group : { ...group, sheet: { text: sheet.label, href: file } };
  });
  return { ...page, bring: { ...page.bring, groups } };
}

/** Files that stand beside the tick lists already. */
function sheets({ bring }: ItemPage): Set<string> {
  return new Set(bring?.groups.flatMap(({ sheet }) => (sheet === undefined ? [] : [sheet.href])));
}

/** Lists, front page, sitemap, feed: what is made from the composed pages. */
function pagesOf(
  listing: Listing,
  { data = NO_DATA }: Studio,
  frame: Frame,
  edition: Edition,
  html: HtmlRenderer,
): Rendered[] {
  const changes = changesOf(listing, data);
  const lists = listPages(listing, data, changes);
  const front = composeIndex(listing, lists);
  const items = listing.catalog.items.map(({ value }) => `${guideFolder(value)}/index.html`);
  return [
    lazily('index.html', () => html.frontPage(edition.page(front), frame)),
    ...lists.map((page) => lazily(page.path, () => html.listPage(edition.page(page), frame))),
    ...sitemaps(['index.html', ...lists.map(({ path }) => path)], items, frame),
    ...atomFeed(edition.page(changes), frame, listing.catalog.settings.value.date),
  ];
}

/** A page that is rendered when somebody reads it, so that a preview renders only what it shows. */
function lazily(file: string, render: () => string): Rendered {
  return {
    file,
    get body() {
      return render();
    },
  };
}

/** Scripts are published without comments; a style sheet keeps its own. */
function scripts(read: (path: string) => string, edition: Edition): Rendered[] {
  const script = (name: string): Rendered => ({
    file: `assets/${name}`,
    body: compact(edition.markup(read(`templates/${name}`))),
  });
  const style = { file: 'assets/style.css', body: read('templates/style.css') };
  return [style, script('site.js'), script('search.js')];
}

function searchData(listing: Listing, read: (path: string) => string, edition: Edition): string {
  const synonyms = parse(read('data/synonyms.yaml')) as Synonym[];
  const index = searchIndex(listing, synonyms, edition.words);
  return `window.mingbaiSearchData=${JSON.stringify(index)};\n`;
}

function machineFiles(listing: Listing, guides: readonly Guide[], frame: Frame): Rendered[] {
  const geo = hallsGeoJson(listing.catalog);
  return [
    { file: 'items.json', body: itemsJson(listing, guides, frame) },
    { file: 'robots.txt', body: robots(frame) },
    { file: 'phones.txt', body: phoneText(listing) },
    ...(geo === undefined ? [] : [{ file: 'halls/halls.geojson', body: json(geo) }]),
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
