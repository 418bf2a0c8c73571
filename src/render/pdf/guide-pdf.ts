import type { Guide } from '../../guide/guide.ts';
import { describe } from './description.ts';
import type { Fonts } from './fonts.ts';
import { guideStrips } from './guide-strips.ts';
import { drawHeaderFooter } from './header-footer.ts';
import { pagePlace, pageRoom } from './page-place.ts';
import { paginate } from './paginate.ts';
import type { Pen } from './pen.ts';
import { printSheet } from './sheet.ts';
import { avoidShortLastPage } from './short-last-page.ts';
import { Tag } from './structure.ts';
import { guideTheme, type Theme } from './theme.ts';
import { words } from './words.ts';

/** Pages a guide takes in a theme. */
export function countPages(guide: Guide, fonts: Fonts, theme: Theme): number {
  const place = pagePlace(fonts, theme, new Tag('Document'));
  return paginate(guideStrips(guide, place), pageRoom(theme)).length;
}

/** Makes a guide as a tagged PDF; the same guide gives the same bytes on every run. */
export function renderGuidePdf(
  guide: Guide,
  fonts: Fonts,
  theme: Theme = guideTheme,
  kind: string = words.kind,
): Uint8Array {
  const { root, place, pages } = avoidShortLastPage(theme, (each) => {
    const tag = new Tag('Document');
    const whole = pagePlace(fonts, each, tag);
    return {
      root: tag,
      place: whole,
      pages: paginate(guideStrips(guide, whole, kind), pageRoom(each)),
    };
  });
  const drawMargins = (pen: Pen, page: number, count: number) =>
    drawHeaderFooter(pen, guide, place, page, count);
  const description = describe(guide, `${guide.title} ${kind}`);
  return printSheet({ fonts, theme, root, pages, description, drawMargins });
}
