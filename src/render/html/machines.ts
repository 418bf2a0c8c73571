import { type Card, cardHref } from '../../guide/lists/card.ts';
import { departmentOf, type Listing } from '../../guide/lists/listing.ts';
import type { Frame } from '../../guide/page/page.ts';
import { bytesOf } from '../../text/bytes.ts';
import { jsonText } from '../../text/json-text.ts';
import { xmlText } from '../../text/xml-text.ts';
import type { Sheet } from '../output.ts';
import { canonicalOf } from './address.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
/** The protocol's limit is 50,000 addresses a file. */
const PER_FILE = 10_000;

/**
 * The sitemap index and its parts: the pages that list, then the items; nothing when the site's
 * address is not known.
 */
export function sitemaps(
  lists: readonly string[],
  items: readonly Card[],
  { site }: Frame,
): Sheet[] {
  if (site === '') return [];
  const shown = lists.filter((path) => path !== '404.html');
  const parts = [() => shown, ...chunks(items).map((cards) => () => cards.map(cardHref))].map(
    (paths, index) => ({
      file: `sitemap-${index + 1}.xml`,
      render: () => ({ body: urlSet(paths(), site) }),
    }),
  );
  const rows = parts.map(
    ({ file }) => `<sitemap><loc>${xmlText(`${site}/${file}`)}</loc></sitemap>`,
  );
  const body = `${XML}<sitemapindex ${SITEMAP}>\n${rows.join('\n')}\n</sitemapindex>\n`;
  return [{ file: 'sitemap.xml', render: () => ({ body }) }, ...parts];
}

function chunks(cards: readonly Card[]): (readonly Card[])[] {
  const parts: (readonly Card[])[] = [];
  for (let at = 0; at < cards.length; at += PER_FILE) parts.push(cards.slice(at, at + PER_FILE));
  return parts;
}

function urlSet(paths: readonly string[], site: string): string {
  const rows = paths.map((path) => `<url><loc>${xmlText(canonicalOf(path, site))}</loc></url>`);
  return `${XML}<urlset ${SITEMAP}>\n${rows.join('\n')}\n</urlset>\n`;
}

/** robots.txt: everything may be read. */
export function robots({ site }: Frame): string {
  const map = site === '' ? '' : `Sitemap: ${site}/sitemap.xml\n`;
  return `User-agent: *\nAllow: /\n${map}`;
}

/** items.json: the items with what identifies them, one a line. */
export function itemsJson(listing: Listing, frame: Frame): Buffer {
  return bytesOf(itemRows(listing, frame));
}

function* itemRows(listing: Listing, { site }: Frame): Iterable<string> {
  yield '[';
  for (const [at, card] of listing.cards.entries()) {
    const page = cardHref(card);
    const row = {
      id: card.id,
      name: card.name,
      type: card.type,
      department: departmentOf(card, listing),
      codes: card.codes,
      level: card.level,
      audience: card.audience,
      aliases: card.aliases,
      reviewed: card.reviewed,
      page,
      guide: page.replace(/index\.html$/, 'guide.json'),
      url: site === '' ? undefined : canonicalOf(page, site),
    };
    yield `${at === 0 ? '' : ','}\n${jsonText(row)}`;
  }
  yield listing.cards.length === 0 ? '\n\n]\n' : '\n]\n';
}
