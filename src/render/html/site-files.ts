import { parse } from 'yaml';
import { composeIndex } from '../../guide/catalogue-index.ts';
import { type Card, cardHref } from '../../guide/lists/card.ts';
import { changesOf } from '../../guide/lists/changes.ts';
import { hallsGeoJson } from '../../guide/lists/geo.ts';
import { type Listing, listingOf } from '../../guide/lists/listing.ts';
import { listPages } from '../../guide/lists/lists.ts';
import { phoneText } from '../../guide/lists/phones.ts';
import { type Synonym, searchIndex } from '../../guide/lists/search-index.ts';
import type { SiteData } from '../../guide/lists/site-data.ts';
import { composeFrame } from '../../guide/page/frame.ts';
import type { Frame } from '../../guide/page/page.ts';
import type { SharedCatalog } from '../../model/catalog.ts';
import { toPinyin } from '../../text/pinyin.ts';
import type { Rendered, Studio } from '../output.ts';
import { atomFeed } from './atom.ts';
import { compact } from './compact.ts';
import { type Edition, editionOf } from './edition.ts';
import { createHtmlRenderer, type HtmlRenderer } from './html.ts';
import { itemsJson, robots, sitemaps } from './machines.ts';

/** What a site is made from; of the catalogue only what all items share. */
export interface SiteStudio extends Omit<Studio, 'catalog' | 'form'> {
  readonly catalog: SharedCatalog;
}

/** A site's templates, edition and frame, prepared once. */
export interface Workshop extends SiteStudio {
  readonly edition: Edition;
  readonly html: HtmlRenderer;
  readonly frame: Frame;
  read(path: string): string;
}

/** Prepares what all pages of a site share. Throws TemplateError for a template of no use. */
export async function prepareSite(studio: SiteStudio): Promise<Workshop> {
  const edition = await editionOf(studio);
  const read = (path: string): string => new TextDecoder().decode(studio.assets(path));
  const html = compiled(studio, (path) => edition.markup(read(`templates/${path}`)));
  const frame = edition.frame(composeFrame(studio.catalog));
  return { ...studio, edition, html, frame, read };
}

const COMPILED = new WeakMap<Studio['assets'], HtmlRenderer>();

/** Templates are compiled once for the same assets; another edition has templates of its own. */
function compiled({ assets, script }: SiteStudio, read: (path: string) => string): HtmlRenderer {
  if (script !== undefined) return createHtmlRenderer(read);
  const known = COMPILED.get(assets) ?? createHtmlRenderer(read);
  COMPILED.set(assets, known);
  return known;
}

/**
 * Everything of a site but the pages of items: lists, front page, search, files for machines. A
 * page is rendered each time its `body` is read, and not before.
 */
export function siteFiles(workshop: Workshop, cards: readonly Card[], data: SiteData): Rendered[] {
  const listing = listingOf(workshop.catalog, cards, toPinyin);
  return [
    ...pagesOf(listing, data, workshop),
    ...scripts(workshop),
    lazily('assets/search-data.js', () => searchData(listing, workshop)),
    ...machineFiles(listing, workshop),
  ];
}

/** Lists, front page, sitemap, feed: what is made from the composed pages. */
function pagesOf(listing: Listing, data: SiteData, { frame, edition, html }: Workshop): Rendered[] {
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
function scripts({ read, edition }: Workshop): Rendered[] {
  const script = (name: string): Rendered => ({
    file: `assets/${name}`,
    body: compact(edition.markup(read(`templates/${name}`))),
  });
  const style = { file: 'assets/style.css', body: read('templates/style.css') };
  return [style, script('site.js'), script('search.js')];
}

function searchData(listing: Listing, { read, edition }: Workshop): string {
  const synonyms = parse(read('data/synonyms.yaml')) as Synonym[];
  const index = searchIndex(listing, synonyms, edition.words);
  return `window.mingbaiSearchData=${JSON.stringify(index)};\n`;
}

function machineFiles(listing: Listing, { frame }: Workshop): Rendered[] {
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
