import { type Guide, type Notice, onPaper } from '../../guide/guide.ts';
import { renderNoticePdf } from '../notice/notice-pdf.ts';
import { noticeFile, type Renderer, type Sheet, type Studio } from '../output.ts';
import { renderGuidePdf } from '../pdf/guide-pdf.ts';
import { guideTheme } from '../pdf/theme.ts';
import { missingIn, sharedFonts, sharedLook } from './studio.ts';

/** The full guide of each item. */
export function guidePdfs(studio: Studio): Renderer {
  const fonts = sharedFonts(studio);
  const theme = { ...guideTheme, ...sharedLook(studio) };
  return {
    item: ({ guide }) => [
      {
        file: 'guide.pdf',
        content: guide,
        render: () => ({
          body: renderGuidePdf(guide, fonts, theme),
          missing: missingIn(fonts, onPaper(guide)),
        }),
      },
    ],
  };
}

/** The notice sheets of each item: one for all situations, and one each. */
export function noticePdfs(studio: Studio): Renderer {
  const fonts = sharedFonts(studio);
  const look = sharedLook(studio);
  const sheet = (file: string, guide: Guide, notice: Notice): Sheet => ({
    file,
    content: guide,
    render: () => {
      const { body, pages } = renderNoticePdf(guide, fonts, look, notice);
      const missing = notice === guide.notice ? missingIn(fonts, notice) : [];
      return { body, pages, missing, ...(pages > 1 ? { overflow: true } : {}) };
    },
  });
  return {
    item: ({ guide }) => [
      sheet('notice.pdf', guide, guide.notice),
      ...guide.notices.map((notice) => sheet(noticeFile(notice), guide, notice)),
    ],
  };
}

/** One notice sheet: of a situation by its id, or for all. */
export function noticePdf(guide: Guide, situation: string | undefined, studio: Studio): Uint8Array {
  const look = sharedLook(studio);
  const own = guide.notices.find((notice) => notice.situation.id === situation);
  return renderNoticePdf(guide, sharedFonts(studio), look, own ?? guide.notice).body;
}
