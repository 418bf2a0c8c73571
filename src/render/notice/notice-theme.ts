import { type Look, plainLook } from '../pdf/look.ts';
import { guideTheme, MM, type Theme } from '../pdf/theme.ts';

/** A step of shrinking: size of body text in pt, and whether tick lists are set dense. */
export interface NoticeStep {
  readonly body: number;
  readonly dense: boolean;
}

/** The steps a sheet goes through until everything stands on one page. */
export const noticeSteps: readonly NoticeStep[] = [
  { body: 12, dense: false },
  { body: 11, dense: false },
  { body: 10.5, dense: false },
  { body: 10.5, dense: true },
  { body: 10, dense: true },
  { body: 9.5, dense: true },
  { body: 9, dense: true },
];

/** The step of a sheet that needs several pages anyway. */
export const comfortableStep: NoticeStep = { body: 10.5, dense: false };

/** The look of a notice sheet at a step; smaller text goes closer together. */
export function noticeTheme({ body, dense }: NoticeStep, look: Look = plainLook): Theme {
  /** 0 at the largest size, 1 at the smallest. */
  const tight = (12 - body) / 3;
  const mix = (loose: number, dense: number) => loose + (dense - loose) * tight;
  const { margins, ...colours } = look;
  return {
    ...guideTheme,
    ...colours,
    name: `notice-${body}`,
    margins: margins ?? {
      top: mix(22, 14) * MM,
      right: mix(22, 16) * MM,
      bottom: mix(20, 13) * MM,
      left: mix(22, 16) * MM,
    },
    body,
    dense,
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
