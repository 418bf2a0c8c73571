import { type Guide, type Notice, onPaper } from '../../guide/guide.ts';
import type { Card } from '../../guide/lists/card.ts';
import { bundleGuides } from '../../guide/lists/guides.ts';
import { cardsInUse } from '../../guide/lists/listing.ts';
import { renderNoticePdf } from '../notice/notice-pdf.ts';
import { noticeFile, type RenderContext, type Renderer, type Sheet } from '../output.ts';
import { renderGuidePdf } from '../pdf/guide-pdf.ts';
import { guideTheme } from '../pdf/theme.ts';
import { missingIn, sharedFonts, sharedLook } from './paper-resources.ts';

/** The full guide of each item. */
export function guidePdfs(context: RenderContext): Renderer {
  const fonts = sharedFonts(context);
  const theme = { ...guideTheme, ...sharedLook(context) };
  const sheet = (guide: Guide, folder: string): Sheet => ({
    file: `${folder}guide.pdf`,
    content: guide,
    render: () => ({
      body: renderGuidePdf(guide, fonts, theme),
      missing: missingIn(fonts, onPaper(guide)),
    }),
  });
  return {
    item: ({ whole }) => [sheet(whole(), '')],
    lists: (cards) => bundlesOf(cards, context).map(([guide, folder]) => sheet(guide, folder)),
  };
}

/** The notice sheets of each item: one for all situations, and one each. */
export function noticePdfs(context: RenderContext): Renderer {
  const fonts = sharedFonts(context);
  const look = sharedLook(context);
  // A bundle's sheet names the papers of all its members, on two pages where it has to.
  const sheet = (file: string, guide: Guide, notice: Notice, most: number): Sheet => ({
    file,
    content: guide,
    render: () => {
      const { body, pages } = renderNoticePdf(guide, fonts, look, notice);
      const missing = notice === guide.notice ? missingIn(fonts, notice) : [];
      return { body, pages, missing, ...(pages > most ? { overflow: true } : {}) };
    },
  });
  const sheets = (guide: Guide, folder = '', most = 1): Sheet[] => [
    sheet(`${folder}notice.pdf`, guide, guide.notice, most),
    ...guide.notices.map((notice) => sheet(folder + noticeFile(notice), guide, notice, most)),
  ];
  return {
    item: ({ whole }) => sheets(whole()),
    lists: (cards) =>
      bundlesOf(cards, context).flatMap(([guide, folder]) => sheets(guide, folder, 2)),
  };
}

/** The guide of each bundle, with the folder of its files. */
function bundlesOf(
  cards: readonly Card[],
  { catalog }: RenderContext,
): (readonly [Guide, folder: string])[] {
  return bundleGuides({ catalog, cards: cardsInUse(cards) }).map(({ folder, compose }) => [
    compose(),
    `${folder}/`,
  ]);
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
