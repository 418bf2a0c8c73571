import type { Guide, Notice } from '../../guide/guide.ts';
import { renderPaperPdf } from '../paper/paper-pdf.ts';
import { describe } from '../pdf/description.ts';
import type { Fonts } from '../pdf/fonts.ts';
import { type Look, plainLook } from '../pdf/look.ts';
import { comfortableStep, noticeSteps, noticeTheme } from './notice-theme.ts';

/** A notice sheet as PDF, and how it had to be set. */
export interface NoticePdf {
  readonly body: Uint8Array;
  readonly pages: number;
  /** Size of body text, in pt: the first of the defined steps that fits one page. */
  readonly scale: number;
}

/**
 * Makes the one-time notice sheet. It shrinks in defined steps until it fits one page; when even
 * the smallest does not, it is set at a comfortable size on as many pages as it takes.
 */
export function renderNoticePdf(
  guide: Guide,
  fonts: Fonts,
  look: Look = plainLook,
  notice: Notice = guide.notice,
): NoticePdf {
  const title = [notice.title, notice.subtitle].filter((text) => text !== '').join(' ');
  const { body, pages, theme } = renderPaperPdf(
    notice,
    describe(guide, title, notice.footer),
    fonts,
    {
      steps: noticeSteps.map((step) => noticeTheme(step, look)),
      comfortable: noticeTheme(comfortableStep, look),
    },
  );
  return { body, pages, scale: theme.body };
}
