import { guideTheme, MM, type Theme } from '../pdf/theme.ts';

/** The large-print edition: nothing below 18 pt, wide lines, tables one row at a time. */
export const largeTheme: Theme = {
  ...guideTheme,
  name: 'large',
  margins: { top: 28 * MM, right: 18 * MM, bottom: 26 * MM, left: 18 * MM },
  body: 19,
  cell: 18,
  small: 18,
  least: 18,
  title: 34,
  heading: 24,
  leading: 1.65,
  cellLeading: 1.5,
  paragraphGap: 5,
  blockGap: 10,
  sectionGap: 24,
  wholeTable: 240,
  cellPadX: 7,
  cellPadY: 6,
  code: 120,
  linear: true,
  quiet: 0.15,
};

/** The short guide: closer in steps, so that most fit one sheet printed on both sides. */
export const briefThemes: readonly Theme[] = [10.5, 10, 9.5, 9].map(
  (body): Theme => ({
    ...guideTheme,
    name: `brief-${body}`,
    margins: { top: 19 * MM, right: 18 * MM, bottom: 18 * MM, left: 18 * MM },
    body,
    cell: Math.max(9, body - 0.5),
    title: 20,
    heading: body * 1.2,
    leading: 1.3 + (body - 9) * 0.14,
    cellLeading: 1.3 + (body - 9) * 0.07,
    sectionGap: 7 + (body - 9) * 4,
    blockGap: 4,
    cellPadY: 2 + (body - 9) * 0.8,
  }),
);
