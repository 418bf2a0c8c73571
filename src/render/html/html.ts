import Handlebars from 'handlebars';
import type { CatalogueIndex } from '../../guide/catalogue-index.ts';
import { BLOCK_KINDS, type Guide } from '../../guide/guide.ts';

/** A file that goes with a page: its words and its address next to the page. */
export interface Download {
  readonly label: string;
  readonly href: string;
}

/** Renders pages from templates that are compiled once. */
export interface HtmlRenderer {
  /** An item's page, three folders below the output's root. */
  guidePage(guide: Guide, downloads: readonly Download[]): string;
  /** The front page, at the output's root. */
  indexPage(index: CatalogueIndex): string;
}

/** Reads the templates below `templates/html/` and compiles them. */
export function createHtmlRenderer(read: (path: string) => string): HtmlRenderer {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('addressOf', address);
  handlebars.registerHelper('partialOf', (kind: string) => `block-${kind}`);
  handlebars.registerHelper('pageTitle', (guide: Guide) => `${guide.title} - ${guide.department.name}`);
  handlebars.registerHelper(
    'columnTitle',
    (columns: { title: string }[], index: number) => columns[index]?.title,
  );
  for (const name of ['shell', 'inlines', 'section']) {
    handlebars.registerPartial(name, read(`html/${name}.hbs`));
  }
  for (const kind of BLOCK_KINDS) {
    handlebars.registerPartial(`block-${kind}`, read(`html/blocks/${kind}.hbs`));
  }
  const options = { strict: true, preventIndent: true };
  const page = handlebars.compile(read('html/guide.hbs'), options);
  const front = handlebars.compile(read('html/index.hbs'), options);
  return {
    guidePage: (guide, downloads) => page({ guide, downloads, root: '../../../' }),
    indexPage: (index) => front({ index, root: '' }),
  };
}

/** An address from a Guide as a page writes it: those below the root get the way up first. */
function address(href: string, root: string): string {
  return /^(forms|items)\//.test(href)
    ? root + href.split('/').map(encodeURIComponent).join('/')
    : href;
}
