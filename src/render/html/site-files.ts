import { parse } from 'yaml';
import { composeIndex } from '../../guide/catalogue-index.ts';
import type { Card } from '../../guide/lists/card.ts';
import { cardHref } from '../../guide/lists/card.ts';
import { changesOf } from '../../guide/lists/changes.ts';
import { hallsGeoJson } from '../../guide/lists/geo.ts';
import { type Listing, listingOf } from '../../guide/lists/listing.ts';
import { listPages } from '../../guide/lists/lists.ts';
import { phoneText } from '../../guide/lists/phones.ts';
import { type Synonym, searchIndex } from '../../guide/lists/search-index.ts';
import { NO_DATA } from '../../guide/lists/site-data.ts';
import { composeFrame } from '../../guide/page/frame.ts';
import type { SharedCatalog } from '../../model/catalog.ts';
import { toPinyin } from '../../text/pinyin.ts';
import type { Rendered, Studio } from '../output.ts';
import { atomFeed } from './atom.ts';
import { compact } from './compact.ts';
import type { Edition } from './edition.ts';
import type { HtmlRenderer } from './html.ts';
import { itemsJson, robots, sitemaps } from './machines.ts';

/** What a site is made with; of the catalogue only what all items share. */
export interface Workshop extends Omit<Studio, 'catalog' | 'form'> {
  readonly catalog: SharedCatalog;
  /** Whether some item has a theme. */
  readonly themed: boolean;
  readonly edition: Edition;
  readonly html: HtmlRenderer;
}

/**
 * Everything of a site but the pages of items: lists, front page, search, files for machines. A
 * page is rendered each time its `body` is read, and not before.
 */
export function siteFiles(workshop: Workshop, cards: readonly Card[]): Rendered[] {
  const { catalog, assets, edition } = workshop;
  const read = (path: string): string => new TextDecoder().decode(assets(path));
  const listing = listingOf(catalog, cards, toPinyin);
  return [
    ...pagesOf(listing, workshop),
    ...scripts(read, edition),
    lazily('assets/search-data.js', () => searchData(listing, read, edition)),
    ...machineFiles(listing, workshop),
  ];
}

/** Lists, front page, sitemap, feed: what is made from the composed pages. */
function pagesOf(
  listing: Listing,
  { data = NO_DATA, themed, edition, html }: Workshop,
): Rendered[] {
  const frame = edition.frame(composeFrame(listing.catalog, themed));
  const changes = changesOf(listing, data);
  const lists = listPages(listing, data, changes);
  const items = listing.all.map(cardHref);
  return [
    lazily('index.html', () => html.frontPage(edition.page(composeIndex(listing, lists)), frame)),
    ...lists.map(({ path, compose }) =>
      lazily(path, () => html.listPage(edition.page(compose()), frame)),
    ),
    ...sitemaps(['index.html', ...lists.map(({ path }) => path)], items, frame),
    ...atomFeed(edition.page(changes), frame, listing.catalog.settings.value.date),
  ];
}

/** A file that is made when somebody reads it, so that a preview makes only what it shows. */
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

function machineFiles(listing: Listing, { edition, themed }: Workshop): Rendered[] {
  const frame = edition.frame(composeFrame(listing.catalog, themed));
  const geo = hallsGeoJson(listing.catalog);
  return [
    lazily('items.json', () => itemsJson(listing, frame)),
    { file: 'robots.txt', body: robots(frame) },
    lazily('phones.txt', () => phoneText(listing)),
    ...(geo === undefined ? [] : [{ file: 'halls/halls.geojson', body: json(geo) }]),
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
