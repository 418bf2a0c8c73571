import type { Guide, Notice } from '../../guide/guide.ts';
import { layBlocks } from '../pdf/drawers.ts';
import { type Fonts, SERIF } from '../pdf/fonts.ts';
import { describe, drawCopyMark, drawFootLabel } from '../pdf/furniture.ts';
import { type Look, plainLook } from '../pdf/look.ts';
import { type PageContent, paginate, type Room } from '../pdf/paginate.ts';
import type { Pen } from '../pdf/pen.ts';
import type { Place } from '../pdf/place.ts';
import { sectionStrips } from '../pdf/sections.ts';
import { printSheet } from '../pdf/sheet.ts';
import { keptWhole, type Strip, spaced } from '../pdf/strip.ts';
import { Tag } from '../pdf/structure.ts';
import { textStrips } from '../pdf/text-strips.ts';
import type { Theme } from '../pdf/theme.ts';
import { words } from '../pdf/words.ts';
import { closingStrips } from './closing.ts';
import { comfortableStep, noticeSteps, noticeTheme } from './notice-theme.ts';

/** A notice sheet as PDF, and how it had to be set. */
export interface NoticePdf {
  readonly body: Uint8Array;
  readonly pages: number;
  /** Size of body text, in pt: the first of the defined steps that fits one page. */
  readonly scale: number;
}

interface Attempt {
  readonly theme: Theme;
  readonly root: Tag;
  readonly place: Place;
  readonly pages: readonly PageContent[];
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
  const { copies = [] } = notice;
  const attempt = shrinkToPage(notice, fonts, look);
  const { theme, root, place, pages } = attempt;
  const each = pages.length;
  const others = copies.slice(1).map(() => layNotice(notice, fonts, theme, root));
  const furnish = (pen: Pen, page: number) => {
    const mark = copies[Math.floor((page - 1) / each)];
    if (mark !== undefined) drawCopyMark(pen, mark, place);
    if (each > 1) drawFootLabel(pen, words.page(((page - 1) % each) + 1, each), place);
  };
  const title = [notice.title, notice.subtitle].filter((text) => text !== '').join(' ');
  const description = describe(guide, title);
  const all = [...pages, ...others.flatMap((other) => other.pages)];
  const body = printSheet({ fonts, theme, root, pages: all, description, furnish });
  return { body, pages: each, scale: theme.body };
}

function shrinkToPage(notice: Notice, fonts: Fonts, look: Look): Attempt {
  for (const step of noticeSteps) {
    const attempt = layNotice(notice, fonts, noticeTheme(step, look));
    if (attempt.pages.length === 1) return attempt;
  }
  return layNotice(notice, fonts, noticeTheme(comfortableStep, look));
}

function layNotice(
  notice: Notice,
  fonts: Fonts,
  theme: Theme,
  root = new Tag('Document'),
): Attempt {
  const place: Place = {
    kit: { fonts, theme, layBlocks },
    x: theme.margins.left,
    width: theme.page.width - theme.margins.left - theme.margins.right,
    size: theme.body,
    indent: 2,
    tag: root,
  };
  const content = [
    ...titleStrips(notice, place),
    ...notice.sections.flatMap((section, index) => sectionStrips(section, index, place)),
  ];
  const closing = keptWhole(closingStrips(notice, place));
  const room = {
    top: theme.margins.top,
    bottom: theme.page.height - theme.margins.bottom,
  };
  const pages = paginate([...content, ...closing], room);
  return { theme, root, place, pages: withClosingAtFoot(pages, closing, room) };
}

/** Moves the closing strips down to the last page's foot, unless they stand there alone. */
function withClosingAtFoot(
  pages: readonly PageContent[],
  closing: readonly Strip[],
  room: Room,
): PageContent[] {
  return pages.map((page, index) => {
    const alone = page.placed.length <= closing.length;
    if (index < pages.length - 1 || alone) return page;
    const drop = Math.max(0, room.bottom - page.bottom);
    const placed = page.placed.map((each) =>
      closing.includes(each.strip) ? { ...each, y: each.y + drop } : each,
    );
    return { ...page, placed, bottom: room.bottom };
  });
}

function titleStrips({ title, subtitle }: Notice, place: Place): Strip[] {
  const { theme } = place.kit;
  const head = textStrips(
    place,
    [{ text: title }],
    {
      size: theme.title,
      leading: 1.35,
      face: SERIF,
      align: 'center',
      weight: 0.028,
      balance: true,
    },
    place.tag.add('H1'),
  );
  if (subtitle === '') return keptWhole(head);
  const below = textStrips(
    place,
    [{ text: subtitle }],
    { size: theme.body * 1.08, leading: 1.5, align: 'center', balance: true },
    place.tag.add('P'),
  );
  return keptWhole([...head, ...spaced(below, 2)]);
}
