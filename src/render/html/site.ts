import { composeItemPage } from '../../guide/page/item-page.ts';
import type { Frame, ItemPage } from '../../guide/page/page.ts';
import { noticeFile, type RenderContext, type Renderer } from '../output.ts';
import { linksOf } from './links.ts';
import { prepareSite, siteFiles } from './site-files.ts';
import type { Download } from './view.ts';

/** Pages of items, then everything around them: lists, search, files for machines. */
export async function siteRenderer(context: RenderContext): Promise<Renderer> {
  const site = await prepareSite(context);
  const { edition, frame, html } = site;
  const common = commonLinks(frame);
  return {
    item: ({ page: guide, downloads, changes }) => {
      const composed = composeItemPage(guide, context.catalog, changes);
      const page = withSheets(composed, downloads);
      const rest = downloads.filter(({ href }) => !sheets(page).has(href));
      const words = rest.map(({ label, href }) => ({ label: edition.words(label), href }));
      const render = () => {
        const body = html.itemPage(edition.page(page), frame, words);
        return { body, links: linksOf(page.path, body, frame.site, common) };
      };
      return [{ file: 'index.html', render }];
    },
    lists: (cards, data) => siteFiles(site, cards, data),
  };
}

/** What every page links to: checked on the pages that list. */
function commonLinks({ nav, links }: Frame): ReadonlySet<string> {
  const own = ['index.html', 'lists/all.html', 'assets/style.css', 'assets/site.js'];
  return new Set([...own, ...[...nav, ...links].map(({ href }) => href)]);
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
