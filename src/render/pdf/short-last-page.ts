import { pageRoom } from './page-place.ts';
import type { PageContent } from './paginate.ts';
import type { Theme } from './theme.ts';

/** Part of a page below which a last page is not worth its paper. */
const WORTHWHILE = 0.25;

/** A theme with lines, rows and blocks a little closer; sizes stay. */
function closerTheme(theme: Theme): Theme {
  return {
    ...theme,
    leading: theme.leading - 0.05,
    cellLeading: theme.cellLeading - 0.04,
    cellPadY: theme.cellPadY * 0.82,
    paragraphGap: theme.paragraphGap * 0.8,
    blockGap: theme.blockGap * 0.83,
    sectionGap: theme.sectionGap * 0.75,
  };
}

/** Lays out pages; when the last would hold next to nothing, a little closer if that saves it. */
export function avoidShortLastPage<T extends { readonly pages: readonly PageContent[] }>(
  theme: Theme,
  lay: (theme: Theme) => T,
): T {
  const usual = lay(theme);
  const { top, bottom } = pageRoom(theme);
  const end = usual.pages.at(-1)?.bottom ?? bottom;
  if (usual.pages.length < 2 || end - top > (bottom - top) * WORTHWHILE) return usual;
  const closer = lay(closerTheme(theme));
  return closer.pages.length < usual.pages.length ? closer : usual;
}
