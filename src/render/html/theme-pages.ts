import { checkTemplates, handlebarsPages } from './handlebars-pages.ts';
import { templateCode } from './template-code.ts';
import { UnsupportedError } from './template-expressions.ts';
import type { TemplateTexts } from './template-files.ts';
import { pagesOf, type RenderPage, type TemplateFunction } from './template-pages.ts';

/**
 * Templates of which some are not the program's own, as code where they can be. Where the code is
 * not sure, or something goes wrong, Handlebars itself renders the page or says what is wrong.
 * Throws TemplateError for what does not parse or names what no page has.
 */
export function themePages(texts: TemplateTexts): RenderPage {
  checkTemplates(texts);
  const slow = handlebarsPages(texts);
  const quick = quickPages(texts);
  if (quick === undefined) return slow;
  return (name, view) => {
    try {
      return quick(name, view);
    } catch {
      return slow(name, view);
    }
  };
}

/** Undefined for templates that only Handlebars can run. */
function quickPages(texts: TemplateTexts): RenderPage | undefined {
  try {
    // The code is of our own making: of the templates' words it holds strings and names of fields.
    return pagesOf(new Function('run', 'functions', templateCode(texts)) as TemplateFunction);
  } catch (error) {
    if (error instanceof UnsupportedError) return undefined;
    throw error;
  }
}
