import type { Guide, Notice } from '../../guide/guide.ts';
import { renderNoticePdf } from '../notice/notice-pdf.ts';
import { type ItemJob, noticeFile, type Rendered, type Renderer, type Studio } from '../output.ts';
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
        body: renderGuidePdf(guide, fonts, theme),
        missing: missingIn(fonts, guide),
      },
    ],
  };
}

/** The notice sheets of each item: one for all situations, and one each. */
export function noticePdfs(studio: Studio): Renderer {
  const fonts = sharedFonts(studio);
  const look = sharedLook(studio);
  const render = (file: string, notice: Notice, { guide }: ItemJob): Rendered => {
    const { body, pages } = renderNoticePdf(guide, fonts, look, notice);
    return { file, body, pages, ...(pages > 1 ? { overflow: true } : {}) };
  };
  return {
    item: (job) => {
      const whole = render('notice.pdf', job.guide.notice, job);
      const missing = missingIn(fonts, job.guide.notice);
      return [
        { ...whole, missing },
        ...job.guide.notices.map((notice) => render(noticeFile(notice), notice, job)),
      ];
    },
  };
}

/** One notice sheet: of a situation by its id, or for all. */
export function noticePdf(guide: Guide, situation: string | undefined, studio: Studio): Uint8Array {
  const look = sharedLook(studio);
  const own = guide.notices.find((notice) => notice.situation.id === situation);
  return renderNoticePdf(guide, sharedFonts(studio), look, own ?? guide.notice).body;
}
