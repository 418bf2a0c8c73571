import type { Leaflet } from '../../guide/paper/leaflet.ts';
import { describePrinted } from '../pdf/description.ts';
import type { Fonts } from '../pdf/fonts.ts';
import type { PageContent } from '../pdf/paginate.ts';
import type { Pen } from '../pdf/pen.ts';
import { printSheet } from '../pdf/sheet.ts';
import { MM, type Theme } from '../pdf/theme.ts';
import { layPanels } from './leaflet-panels.ts';
import { LEAFLET } from './leaflet-themes.ts';

/** A leaflet as PDF, and the headings of what its panels do not hold. */
export interface LeafletPdf {
  readonly body: Uint8Array;
  readonly left: readonly string[];
}

/**
 * Makes a three-fold leaflet on two pages of A4 across: outside flap, back, cover; inside three
 * panels.
 */
export function renderLeafletPdf(
  leaflet: Leaflet,
  fonts: Fonts,
  accent: Theme['accent'],
): LeafletPdf {
  const {
    theme,
    root,
    flow,
    flap,
    cover,
    back,
    left: headings,
  } = layPanels(leaflet, fonts, accent);
  const at = (content: PageContent | undefined, shift: number): PageContent[] =>
    content === undefined ? [] : [{ ...content, shift: shift * MM }];
  const [left, middle, right] = LEAFLET.inside;
  const inside = [...at(flow[0], left), ...at(flow[1], middle), ...at(flow[2], right)];
  const [first, rear, front] = LEAFLET.outside;
  const outside = [...at(cover[0], front), ...at(back[0], rear), ...at(flap[0], first)];
  const description = describePrinted({ ...leaflet, subtitle: leaflet.kind });
  const drawMargins = (pen: Pen, page: number) => foldMarks(pen, theme, page === 1);
  const pages = [outside, inside];
  const body = printSheet({ fonts, theme, root, pages, description, drawMargins });
  return { body, left: headings };
}

/** Short dashed marks at both edges where the sheet is folded. */
function foldMarks(pen: Pen, { page, ruleGrey }: Theme, outside: boolean): void {
  const folds = outside ? LEAFLET.outside.slice(1) : LEAFLET.inside.slice(1);
  for (const fold of folds) {
    for (const [from, to] of [
      [4, 9],
      [11, 16],
      [page.height - 16, page.height - 11],
      [page.height - 9, page.height - 4],
    ]) {
      pen.rule(fold * MM, from ?? 0, fold * MM, to ?? 0, 0.5, ruleGrey);
    }
  }
}
