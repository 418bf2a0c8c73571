import { type Guide, type Notice, onPaper } from '../../guide/guide.ts';
import { renderNoticePdf } from '../notice/notice-pdf.ts';
import { noticeFile, type RenderContext, type Renderer, type Sheet } from '../output.ts';
import { renderGuidePdf } from '../pdf/guide-pdf.ts';
import { guideTheme } from '../pdf/theme.ts';
import { missingIn, sharedFonts, sharedLook } from './paper-resources.ts';

/** The full guide of each item. */
export function guidePdfs(context: RenderContext): Renderer {
  const fonts = sharedFonts(context);
  const theme = { ...guideTheme, ...sharedLook(context) };
  return {
    item: ({ whole }) => {
      const guide = whole();
      const render = () => ({
        body: renderGuidePdf(guide, fonts, theme),
        missing: missingIn(fonts, onPaper(guide)),
      });
      return [{ file: 'guide.pdf', content: guide, render }];
    },
  };
}

/** The notice sheets of each item: one for all situations, and one each. */
export function noticePdfs(context: RenderContext): Renderer {
  const fonts = sharedFonts(context);
  const look = sharedLook(context);
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
    item: ({ whole }) => {
      const guide = whole();
      return [
        sheet('notice.pdf', guide, guide.notice),
        ...guide.notices.map((notice) => sheet(noticeFile(notice), guide, notice)),
      ];
    },
  };
}

/** One notice sheet: of a situation by its id, or for all. */
export function noticePdf(
  guide: Guide,
  situation: string | undefined,
  context: RenderContext,
): Uint8Array {
  const look = sharedLook(context);
  const own = guide.notices.find((notice) => notice.situation.id === situation);
  return renderNoticePdf(guide, sharedFonts(context), look, own ?? guide.notice).body;
}
