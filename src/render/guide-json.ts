import type { AnyGuide } from '../guide/guide.ts';
import { guidePlans } from '../guide/lists/guides.ts';
import { cardsInUse } from '../guide/lists/listing.ts';
import { jsonText } from '../text/json-text.ts';
import { editionOf } from './html/edition.ts';
import type { RenderContext, Renderer } from './output.ts';

const FILE = 'guide.json';

/** Every guide as it is: of each item, and of bundles, halls and departments. */
export async function guideJson(context: RenderContext): Promise<Renderer> {
  const { catalog } = context;
  const { page } = await editionOf(context);
  const bodyOf = (guide: AnyGuide): string => `${jsonText(page(guide), 2)}\n`;
  return {
    item: ({ whole }) => [{ file: FILE, render: () => ({ body: bodyOf(whole()) }) }],
    lists: (cards) =>
      guidePlans({ catalog, cards: cardsInUse(cards) }).map(({ folder, compose }) => ({
        file: `${folder}/${FILE}`,
        render: () => ({ body: bodyOf(compose()) }),
      })),
  };
}
