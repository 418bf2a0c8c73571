import { type PageName, type TemplateTexts, templatesMark } from './template-files.ts';
import { FUNCTIONS } from './template-functions.ts';
import { RUN } from './template-run.ts';
import { OWN_MARK, ownTemplates } from './templates.gen.ts';
import type { PageView } from './view.ts';

/** Renders a page from what its template sees. */
export type RenderPage = (name: PageName, view: PageView) => string;

/** A function that was made of templates; see `templateCode`. */
export type TemplateFunction = (
  run: typeof RUN,
  functions: typeof FUNCTIONS,
) => Readonly<Record<PageName, (view: PageView) => string>>;

/** The code of templates made ready to be called. */
export function pagesOf(templates: TemplateFunction): RenderPage {
  const pages = templates(RUN, FUNCTIONS);
  return (name, view) => pages[name](view);
}

/** The program's own templates, which are code already; undefined when these are others. */
export function ownPages(texts: TemplateTexts): RenderPage | undefined {
  return templatesMark(texts) === OWN_MARK ? pagesOf(ownTemplates) : undefined;
}
