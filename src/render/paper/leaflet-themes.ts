import { layBlocks } from '../pdf/drawers.ts';
import { guideTheme, MM, type Theme } from '../pdf/theme.ts';

/** Panels in mm: the flap is narrower, so that it lies flat inside. */
export const LEAFLET = {
  layBlocks,
  /** Left edges of flap, back and cover. */
  outside: [0, 97, 197],
  /** Left edges of the inner panels from left to right. */
  inside: [0, 100, 200],
  /** The narrowest panel, which all text is set for. */
  panel: 97,
} as const;

const A4_ACROSS = { width: 841.89, height: 595.28 };

/** Themes of a leaflet, from comfortable to tight. */
export const leafletThemes: readonly Theme[] = [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5].map(
  (body): Theme => ({
    ...guideTheme,
    name: `leaflet-${body}`,
    page: A4_ACROSS,
    unnumbered: true,
    margins: { top: 13 * MM, right: 8 * MM, bottom: 12 * MM, left: 8 * MM },
    body,
    cell: Math.max(8.5, body - 0.5),
    small: 8.5,
    title: 23,
    heading: body * 1.18,
    leading: 1.5,
    cellLeading: 1.4,
    paragraphGap: 2,
    blockGap: 4,
    sectionGap: 9,
    cellPadX: 4,
    cellPadY: 2.6,
    code: 78,
  }),
);
