import { cardHref } from '../../guide/lists/card.ts';
import { departmentOf, type Listing } from '../../guide/lists/listing.ts';
import type { Frame } from '../../guide/page/page.ts';
import type { Rendered } from '../output.ts';
import { canonicalOf } from './address.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
/** The protocol's limit is 50,000 addresses a file. */
const PER_FILE = 10_000;

/** Text as XML content. */
export function xmlText(text: string): string {
  return text
    .replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

/** The sitemap index and its parts; nothing when the site's address is not known. */
export function sitemaps(
  lists: readonly string[],
  items: readonly string[],
  { site }: Frame,
): Rendered[] {
  if (site === '') return [];
  const shown = lists.filter((path) => path !== '404.html');
  const parts = [shown, ...chunks(items)].map((paths, index) => ({
    file: `sitemap-${index + 1}.xml`,
    body: urlSet(paths, site),
  }));
  const rows = parts.map(
    ({ file }) => `<sitemap><loc>${xmlText(`${site}/${file}`)}</loc></sitemap>`,
  );
  const body = `${XML}<sitemapindex ${SITEMAP}>\n${rows.join('\n')}\n</sitemapindex>\n`;
  return [{ file: 'sitemap.xml', body }, ...parts];
}

function chunks(paths: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let at = 0; at < paths.length; at += PER_FILE) parts.push(paths.slice(at, at + PER_FILE));
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
export function itemsJson(listing: Listing, { site }: Frame): string {
  const rows = listing.cards.map((card) => {
    const page = cardHref(card);
    return JSON.stringify({
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
    });
  });
  return `[\n${rows.join(',\n')}\n]\n`;
}
