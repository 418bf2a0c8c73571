import { layBlocks } from './drawers.ts';
import type { Fonts } from './fonts.ts';
import type { Room } from './paginate.ts';
import type { Place } from './place.ts';
import type { Tag } from './structure.ts';
import type { Theme } from './theme.ts';

/** The whole text area of a theme's page. */
export function pagePlace(fonts: Fonts, theme: Theme, tag: Tag): Place {
  const { margins, page } = theme;
  return {
    kit: { fonts, theme, layBlocks },
    x: margins.left,
    width: page.width - margins.left - margins.right,
    size: theme.body,
    indent: 2,
    tag,
  };
}

/** The height of a theme's text area. */
export function pageRoom({ margins, page }: Theme): Room {
  return { top: margins.top, bottom: page.height - margins.bottom };
}
