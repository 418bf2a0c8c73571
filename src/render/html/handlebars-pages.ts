import Handlebars from 'handlebars';
import { say } from '../../model/words.ts';
import { checkNames, parseTemplate, passedNames, TemplateError } from './template-check.ts';
import { PAGES, type PageName, TEMPLATE_FILES, type TemplateTexts } from './template-files.ts';
import { CALLABLE, FUNCTIONS } from './template-functions.ts';
import type { RenderPage } from './template-pages.ts';
import type { PageView } from './view.ts';

/** Templates as Handlebars itself runs them. Throws TemplateError with file and line. */
export function handlebarsPages(texts: TemplateTexts): RenderPage {
  const handlebars = Handlebars.create();
  for (const [name, call] of Object.entries(FUNCTIONS)) handlebars.registerHelper(name, call);
  for (const [name, text] of texts) handlebars.registerPartial(name, text);
  const options = {
    strict: true,
    preventIndent: true,
    knownHelpers: Object.fromEntries([...CALLABLE].map((name) => [name, true])),
    knownHelpersOnly: true,
  };
  const pages = Object.fromEntries(
    PAGES.map((name) => [name, handlebars.compile<PageView>(texts.get(name) ?? '', options)]),
  ) as Record<PageName, Handlebars.TemplateDelegate<PageView>>;
  return (name, view) => {
    try {
      return pages[name](view, OWN_ONLY);
    } catch (error) {
      throw located(error, `html/${name}.hbs`);
    }
  };
}

/** Throws TemplateError where a template does not parse or names what no page has. */
export function checkTemplates(texts: TemplateTexts): void {
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

/** What Handlebars throws while it renders, with the template's name and line. */
function located(error: unknown, path: string): unknown {
  if (!(error instanceof Handlebars.Exception)) return error;
  const words = say('模板在这里套不上页面数据', 'the template does not fit the data of the page');
  return new TemplateError(path, error.lineNumber ?? 1, words);
}
