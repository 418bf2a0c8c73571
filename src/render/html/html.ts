import Handlebars from 'handlebars';
import type { CatalogueIndex } from '../../guide/catalogue-index.ts';
import { BLOCK_KINDS } from '../../guide/guide.ts';
import type { ListPage } from '../../guide/lists/list-page.ts';
import type { Frame, ItemPage } from '../../guide/page/page.ts';
import { addressOf, canonicalOf, encodePath, headTitle, isCurrent, rootOf } from './address.ts';
import { itemData, pageData } from './structured-data.ts';
import { checkNames, parseTemplate, passedNames, TemplateError } from './template-check.ts';
import type { Download, PageView } from './view.ts';

/** Renders pages from templates that are compiled once. */
export interface HtmlRenderer {
  itemPage(page: ItemPage, frame: Frame, downloads: readonly Download[]): string;
  listPage(page: ListPage, frame: Frame): string;
  frontPage(page: CatalogueIndex, frame: Frame): string;
}

const PARTIALS = [
  'shell',
  'search',
  'crumbs',
  'inlines',
  'section',
  'bring',
  'tick',
  'doors',
  'entries',
  'pager',
];
const PAGES = ['guide', 'list', 'index'] as const;
type PageName = (typeof PAGES)[number];

const HELPERS = {
  addressOf,
  encodePath,
  headTitle,
  isCurrent,
  partialOf: (kind: string): string => `block-${kind}`,
  isNarrow: (columns: readonly unknown[]): boolean => columns.length <= 3,
  several: (list: readonly unknown[]): boolean => list.length > 1,
  columnTitle: (columns: readonly { title: string }[], index: number): string | undefined =>
    columns[index]?.title,
};
const BUILT_IN = ['if', 'unless', 'each', 'with', 'lookup'];
/** What is none of these is a field: no helper is looked for at every name. */
const KNOWN = Object.fromEntries(
  [...Object.keys(HELPERS), ...BUILT_IN].map((name) => [name, true]),
);

/**
 * Reads the templates below `templates/html/`, checks that they name nothing that a page lacks,
 * and compiles them. Throws TemplateError with file and line.
 */
export function createHtmlRenderer(read: (path: string) => string): HtmlRenderer {
  const handlebars = Handlebars.create();
  for (const [name, helper] of Object.entries(HELPERS)) handlebars.registerHelper(name, helper);
  const files = new Map<string, string>([
    ...PARTIALS.map((name) => [name, `html/${name}.hbs`] as const),
    ...BLOCK_KINDS.map((kind) => [`block-${kind}`, `html/blocks/${kind}.hbs`] as const),
    ...PAGES.map((name) => [name, `html/${name}.hbs`] as const),
  ]);
  const texts = new Map([...files].map(([name, path]) => [name, read(path)]));
  checkAll(files, texts);
  for (const [name, text] of texts) handlebars.registerPartial(name, text);
  const options = {
    strict: true,
    preventIndent: true,
    knownHelpers: KNOWN,
    knownHelpersOnly: true,
  };
  const pages = Object.fromEntries(
    PAGES.map((name) => [name, handlebars.compile<PageView>(texts.get(name) ?? '', options)]),
  ) as Record<PageName, Handlebars.TemplateDelegate<PageView>>;
  const render = (name: PageName, view: PageView): string => {
    try {
      return pages[name](view);
    } catch (error) {
      throw located(error, `html/${name}.hbs`);
    }
  };
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

function viewOf(page: PageView['page'], frame: Frame): PageView {
  const canonical = canonicalOf(page.path, frame.site);
  const root = rootOf(page.path, frame.site);
  return { frame, page, root, canonical, downloads: [], structured: '' };
}

function checkAll(files: ReadonlyMap<string, string>, texts: ReadonlyMap<string, string>): void {
  const programs = new Map(
    [...files].map(([name, path]) => [path, parseTemplate(path, texts.get(name) ?? '')]),
  );
  const known = {
    passed: passedNames(programs.values()),
    helpers: new Set([...Object.keys(HELPERS), ...BUILT_IN, ...files.keys()]),
  };
  for (const [path, program] of programs) checkNames(path, program, known);
}

/** What Handlebars throws while it renders, with the template's name and line. */
function located(error: unknown, path: string): unknown {
  if (!(error instanceof Handlebars.Exception)) return error;
  return new TemplateError(path, error.lineNumber ?? 1, error.message);
}
