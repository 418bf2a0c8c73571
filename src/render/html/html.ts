import type { CatalogueIndex } from '../../guide/catalogue-index.ts';
import type { ListPage } from '../../guide/lists/list-page.ts';
import type { Frame, ItemPage } from '../../guide/page/page.ts';
import { canonicalOf, rootOf } from './address.ts';
import { itemData, pageData } from './structured-data.ts';
import { readTemplates } from './template-files.ts';
import { ownPages, type RenderPage } from './template-pages.ts';
import type { Download, PageView } from './view.ts';
import { keepWordsWhole } from './whole-words.ts';

/** Renders pages from templates that are compiled once. */
export interface HtmlRenderer {
  itemPage(page: ItemPage, frame: Frame, downloads: readonly Download[]): string;
  listPage(page: ListPage, frame: Frame): string;
  frontPage(page: CatalogueIndex, frame: Frame): string;
}

/**
 * Reads the templates below `templates/html/` and makes them ready. Those of a theme are checked
 * first: that they name nothing that a page lacks. Throws TemplateError with file and line.
 */
export async function createHtmlRenderer(read: (path: string) => string): Promise<HtmlRenderer> {
  const texts = readTemplates(read);
  return htmlRenderer(ownPages(texts) ?? (await themedPages(texts)));
}

/** Renders pages with templates that are ready. */
export function htmlRenderer(renderPage: RenderPage): HtmlRenderer {
  const render: RenderPage = (name, view) => keepWordsWhole(renderPage(name, view));
  return {
    itemPage: (page, frame, downloads) => {
      const structured = itemData(page, frame);
      return render('guide', { ...viewOf(page, frame), downloads, structured });
    },
    listPage: (page, frame) => {
      const structured = pageData(page, frame);
      return render('list', { ...viewOf(page, frame), structured });
    },
    frontPage: (page, frame) => render('index', viewOf(page, frame)),
  };
}

async function themedPages(texts: ReadonlyMap<string, string>) {
  const { themePages } = await import('./handlebars-pages.ts');
  return themePages(texts);
}

function viewOf(page: PageView['page'], frame: Frame): PageView {
  const canonical = canonicalOf(page.path, frame.site);
  const root = rootOf(page.path, frame.site);
  return { frame, page, root, canonical, downloads: [], structured: '' };
}
