import { cardOf } from '../../guide/lists/card.ts';
import { composeFrame, hasTheme } from '../../guide/page/frame.ts';
import { composeItemPage } from '../../guide/page/item-page.ts';
import type { ItemPage } from '../../guide/page/page.ts';
import { noticeFile, type Renderer, type Studio } from '../output.ts';
import { editionOf } from './edition.ts';
import { createHtmlRenderer } from './html.ts';
import { siteFiles } from './site-files.ts';
import type { Download } from './view.ts';

/** Pages of items, then everything around them: lists, search, files for machines. */
export async function siteRenderer(studio: Studio): Promise<Renderer> {
  const { catalog, assets } = studio;
  const { themed = catalog.items.some(({ value }) => hasTheme(value)) } = studio;
  const edition = await editionOf(studio);
  const read = (path: string): string => new TextDecoder().decode(assets(path));
  const html = createHtmlRenderer((path) => edition.markup(read(`templates/${path}`)));
  const frame = edition.frame(composeFrame(catalog, themed));
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
      const measured = new Map(studio.data?.completeness.map((each) => [each.id, each]));
      const cards = catalog.items.flatMap((entry) => {
        const guide = byId.get(entry.value.id);
        return guide === undefined
          ? []
          : [cardOf(entry, catalog, guide, measured.get(entry.value.id))];
      });
      return siteFiles({ ...studio, themed, edition, html }, cards);
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
