import { guideTheme, MM, type Theme } from '../pdf/theme.ts';

/** Sizes of body text the sheet tries in turn, in pt, until everything stands on one page. */
export const noticeSizes = [12, 11, 10.5, 10, 9.5, 9] as const;

/** The look of a notice sheet whose body text is `body` pt; smaller text goes closer together. */
export function noticeTheme(body: number): Theme {
  /** 0 at the largest size, 1 at the smallest. */
  const tight = (12 - body) / 3;
  const mix = (loose: number, dense: number) => loose + (dense - loose) * tight;
  return {
    ...guideTheme,
    name: `notice-${body}`,
    margins: {
      top: mix(22, 14) * MM,
      right: mix(22, 16) * MM,
      bottom: mix(20, 13) * MM,
      left: mix(22, 16) * MM,
    },
    body,
    cell: Math.max(body - 0.5, 9),
    small: mix(9, 8),
    title: mix(24, 18),
    heading: body * 1.12,
    leading: mix(1.58, 1.34),
    cellLeading: mix(1.45, 1.3),
    paragraphGap: mix(2.5, 1),
    blockGap: mix(6, 3.5),
    sectionGap: mix(12, 6),
    cellPadX: 5,
    cellPadY: mix(4, 2.2),
    code: mix(74, 60),
  };
}
