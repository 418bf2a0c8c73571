import Handlebars from 'handlebars';
import { itemsAt } from '../../guide/paper/halls.ts';
import { hallScreen, type Screen } from '../../guide/paper/screen.ts';
import { keepWordsWhole } from '../html/whole-words.ts';
import type { RenderContext, Renderer } from '../output.ts';
import { withPolicy } from './screen-policy.ts';

/** Characters that still fit two lines of the usual size. */
const LONG = 22;

/** A page of 1920 × 1080 for every hall that has items; it turns by itself and needs no network. */
export function screenPages({ catalog, assets }: RenderContext): Renderer {
  const template = new TextDecoder().decode(assets('templates/screen/screen.hbs'));
  const handlebars = Handlebars.create();
  handlebars.registerHelper('isLong', (text: string) => text.length > LONG);
  handlebars.registerHelper('counted', (index: number) => index + 1);
  const page = handlebars.compile<{ screen: Screen }>(template, {
    strict: true,
    preventIndent: true,
  });
  return {
    catalogue: () =>
      [...catalog.halls.values()]
        .filter(({ id }) => itemsAt(catalog, id).length > 0)
        .map(({ id, value }) => ({
          file: `screens/${id}.html`,
          body: keepWordsWhole(withPolicy(page({ screen: hallScreen(value, catalog) }), template)),
        })),
  };
}
