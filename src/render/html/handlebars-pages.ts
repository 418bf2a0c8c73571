import Handlebars from 'handlebars';
import { checkNames, parseTemplate, passedNames } from './template-check.ts';
import { PAGES, type PageName, TEMPLATE_FILES, type TemplateTexts } from './template-files.ts';
import { CALLABLE, FUNCTIONS } from './template-functions.ts';
import { limitTemplates } from './template-limits.ts';
import type { RenderPage } from './template-pages.ts';
import type { PageView } from './view.ts';

/**
 * Templates of which some are not the program's own. Throws TemplateError for what does not parse
 * or names what no page has.
 */
export function themePages(texts: TemplateTexts): RenderPage {
  checkTemplates(texts);
  return handlebarsPages(texts);
}

/** Templates as Handlebars itself runs them. Throws TemplateError with file and line. */
export function handlebarsPages(texts: TemplateTexts): RenderPage {
  const handlebars = Handlebars.create();
  for (const [name, call] of Object.entries(FUNCTIONS)) handlebars.registerHelper(name, call);
  const options = {
    strict: true,
    preventIndent: true,
    knownHelpers: Object.fromEntries([...CALLABLE].map((name) => [name, true])),
    knownHelpersOnly: true,
  };
  // Ready before they are called: Handlebars makes a text ready past what limits the calls.
  for (const [name, text] of texts) {
    handlebars.registerPartial(name, handlebars.compile(text, options));
  }
  const pages = Object.fromEntries(
    PAGES.map((name) => [name, handlebars.compile<PageView>(texts.get(name) ?? '', options)]),
  ) as Record<PageName, Handlebars.TemplateDelegate<PageView>>;
  return limitTemplates(handlebars, (name, view) => pages[name](view, OWN_ONLY));
}

/** Throws TemplateError where a template does not parse or names what no page has. */
function checkTemplates(texts: TemplateTexts): void {
  const programs = new Map(
    [...TEMPLATE_FILES].map(([name, path]) => [path, parseTemplate(path, texts.get(name) ?? '')]),
  );
  const known = {
    passed: passedNames(programs.values()),
    helpers: new Set([...CALLABLE, ...TEMPLATE_FILES.keys()]),
  };
  for (const [path, program] of programs) checkNames(path, program, known);
}

/** Said aloud, or Handlebars warns of it on standard error in its own words. */
const OWN_ONLY = { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false };
