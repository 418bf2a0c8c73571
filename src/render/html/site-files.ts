import { composeIndex } from '../../guide/catalogue-index.ts';
import type { Card } from '../../guide/lists/card.ts';
import { changesOf } from '../../guide/lists/changes.ts';
import { hallsGeoJson } from '../../guide/lists/geo.ts';
import type { ListPage } from '../../guide/lists/list-page.ts';
import { type Listing, listingOf } from '../../guide/lists/listing.ts';
import { listPages } from '../../guide/lists/lists.ts';
import { phoneText } from '../../guide/lists/phones.ts';
import { searchIndex } from '../../guide/lists/search-index.ts';
import type { SiteData } from '../../guide/lists/site-data.ts';
import { composeFrame } from '../../guide/page/frame.ts';
import type { Frame } from '../../guide/page/page.ts';
import type { SharedCatalog } from '../../model/catalog.ts';
import { jsonText } from '../../text/json-text.ts';
import { toPinyin } from '../../text/pinyin.ts';
import type { RenderContext, Rendered, Sheet } from '../output.ts';
import { atomFeed } from './atom.ts';
import { compact } from './compact.ts';
import { type Edition, editionOf } from './edition.ts';
import { createHtmlRenderer, type HtmlRenderer } from './html.ts';
import { itemsJson, robots, sitemaps } from './machines.ts';
import { readSynonyms } from './synonyms.ts';

/** What a site is made from; of the catalogue only what all items share. */
export interface SiteContext extends Omit<RenderContext, 'catalog' | 'form'> {
  readonly catalog: SharedCatalog;
}

/** A site's templates, edition and frame, prepared once. */
export interface PreparedSite extends SiteContext {
  readonly edition: Edition;
  readonly html: HtmlRenderer;
  readonly frame: Frame;
  read(path: string): string;
}

/** Prepares what all pages of a site share. Throws TemplateError for a template of no use. */
export async function prepareSite(context: SiteContext): Promise<PreparedSite> {
  const edition = await editionOf(context);
  const read = (path: string): string => new TextDecoder().decode(context.assets(path));
  const html = await compiled(context, (path) => edition.markup(read(`templates/${path}`)));
  const frame = edition.frame(composeFrame(context.catalog));
  return { ...context, edition, html, frame, read };
}

const COMPILED = new WeakMap<RenderContext['assets'], Promise<HtmlRenderer>>();

/** Templates are compiled once for the same assets; another edition has templates of its own. */
function compiled(
  { assets, script }: SiteContext,
  read: (path: string) => string,
): Promise<HtmlRenderer> {
  if (script !== undefined) return createHtmlRenderer(read);
  const known = COMPILED.get(assets) ?? createHtmlRenderer(read);
  COMPILED.set(assets, known);
  return known;
}

/**
 * Everything of a site but the pages of items: lists, front page, search, files for machines. A
 * page is composed and rendered only when somebody asks for it.
 */
export function siteFiles(site: PreparedSite, cards: readonly Card[], data: SiteData): Sheet[] {
  const listing = listingOf(site.catalog, cards, toPinyin);
  return [
    ...pagesOf(listing, data, site),
    ...scripts(site),
    sheet('assets/search-data.js', () => searchData(listing, site)),
    ...machineFiles(listing, site),
  ];
}

/** Lists, front page, sitemap, feed: what is made from the composed pages. */
function pagesOf(
  listing: Listing,
  data: SiteData,
  { frame, edition, html }: PreparedSite,
): Sheet[] {
  const changes = changesOf(listing, data);
  const lists = listPages(listing, data, changes);
  const composed = onceInARow<ListPage>();
  return [
    sheet('index.html', () => html.frontPage(edition.page(composeIndex(listing, lists)), frame)),
    ...lists.map(({ path, compose }) => ({
      file: path,
      get content() {
        return [composed(path, compose), frame];
      },
      render: () => ({ body: html.listPage(edition.page(composed(path, compose)), frame) }),
    })),
    ...sitemaps(['index.html', ...lists.map(({ path }) => path)], listing.all, frame),
    ...atomFeed(edition.page(changes), frame, listing.catalog.settings.value.date).map(made),
  ];
}

/** Composes a page once when it is asked for twice running; only the last one is held. */
function onceInARow<T>(): (path: string, compose: () => T) => T {
  let last: { readonly path: string; readonly page: T } | undefined;
  return (path, compose) => {
    if (last?.path !== path) last = { path, page: compose() };
    return last.page;
  };
}

function sheet(file: string, render: () => string | Uint8Array): Sheet {
  return { file, render: () => ({ body: render() }) };
}

function made({ file, body }: Rendered): Sheet {
  return { file, render: () => ({ body }) };
}

/** Scripts are published without comments; a style sheet keeps its own. */
function scripts({ read, edition }: PreparedSite): Sheet[] {
  const script = (name: string): Sheet =>
    sheet(`assets/${name}`, () => compact(edition.markup(read(`templates/${name}`))));
  const style = sheet('assets/style.css', () => read('templates/style.css'));
  return [style, script('site.js'), script('search.js')];
}

function searchData(listing: Listing, { read, edition }: PreparedSite): string {
  const synonyms = readSynonyms(read('data/synonyms.yaml'));
  const index = searchIndex(listing, synonyms, edition.words);
  return `window.mingbaiSearchData=${jsonText(index)};\n`;
}

function machineFiles(listing: Listing, { frame }: PreparedSite): Sheet[] {
  const geo = hallsGeoJson(listing.catalog);
  return [
    sheet('items.json', () => itemsJson(listing, frame)),
    sheet('robots.txt', () => robots(frame)),
    sheet('phones.txt', () => phoneText(listing)),
    ...(geo === undefined ? [] : [sheet('halls/halls.geojson', () => json(geo))]),
  ];
}

function json(value: unknown): string {
  return `${jsonText(value, 2)}\n`;
}
