import type { Guide } from '../../guide/guide.ts';
import { layBlocks } from './drawers.ts';
import type { Fonts } from './fonts.ts';
import { describe, drawFurniture } from './furniture.ts';
import { guideStrips } from './guide-strips.ts';
import { paginate } from './paginate.ts';
import type { Pen } from './pen.ts';
import type { Place } from './place.ts';
import { printSheet } from './sheet.ts';
import { Tag } from './structure.ts';
import { guideTheme, type Theme } from './theme.ts';
import { words } from './words.ts';

/** Makes a guide as a tagged PDF; the same guide gives the same bytes on every run. */
export function renderGuidePdf(
  guide: Guide,
  fonts: Fonts,
  theme: Theme = guideTheme,
  kind: string = words.kind,
): Uint8Array {
  const root = new Tag('Document');
  const place: Place = {
    kit: { fonts, theme, layBlocks },
    x: theme.margins.left,
    width: theme.page.width - theme.margins.left - theme.margins.right,
    size: theme.body,
    indent: 2,
    tag: root,
  };
  const pages = paginate(guideStrips(guide, place, kind), {
    top: theme.margins.top,
    bottom: theme.page.height - theme.margins.bottom,
  });
  const furnish = (pen: Pen, page: number, count: number) =>
    drawFurniture(pen, guide, place, page, count);
  const description = describe(guide, `${guide.title} ${kind}`);
  return printSheet({ fonts, theme, root, pages, description, furnish });
}
