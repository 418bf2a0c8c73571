import type { Paper } from '../../guide/guide.ts';
import { closingStrips } from '../notice/closing.ts';
import type { PdfDescription } from '../pdf/description.ts';
import { emblemWidth, withEmblem } from '../pdf/emblem.ts';
import { type Fonts, SERIF } from '../pdf/fonts.ts';
import { drawCopyMark, drawFootLabel } from '../pdf/header-footer.ts';
import { pagePlace, pageRoom } from '../pdf/page-place.ts';
import { type PageContent, paginate, type Room } from '../pdf/paginate.ts';
import type { Pen } from '../pdf/pen.ts';
import { inset, type Place } from '../pdf/place.ts';
import { sectionsStrips } from '../pdf/sections.ts';
import { printSheet } from '../pdf/sheet.ts';
import { keptWhole, type Strip, spaced, strip } from '../pdf/strip.ts';
import { Tag } from '../pdf/structure.ts';
import { textStrips } from '../pdf/text-strips.ts';
import type { Theme } from '../pdf/theme.ts';
import { words } from '../pdf/words.ts';
import { sealStrips } from './seal.ts';

/** A sheet as PDF, and how it had to be set. */
export interface PaperPdf {
  readonly body: Uint8Array;
  /** Pages of one copy. */
  readonly pages: number;
  readonly theme: Theme;
}

/** The themes a sheet is tried in until it fits one page, and the one for several pages. */
export interface Sizes {
  readonly steps: readonly Theme[];
  readonly comfortable: Theme;
}

interface Attempt {
  readonly root: Tag;
  readonly place: Place;
  readonly pages: readonly PageContent[];
}

/**
 * Makes a sheet in the first theme in which it fits one page; when none does, it is set
 * comfortably on as many pages as it takes. Several copies follow each other.
 */
export function renderPaperPdf(
  paper: Paper,
  description: PdfDescription,
  fonts: Fonts,
  sizes: Sizes,
): PaperPdf {
  const { copies = [] } = paper;
  const { root, place, pages } = firstFit(paper, fonts, sizes);
  const { theme } = place.kit;
  const each = pages.length;
  const others = copies.slice(1).map(() => layPaper(paper, fonts, theme, root));
  const drawMargins = (pen: Pen, page: number) => {
    const mark = copies[Math.floor((page - 1) / each)];
    if (mark !== undefined) drawCopyMark(pen, mark, place);
    if (each > 1) drawFootLabel(pen, words.page(((page - 1) % each) + 1, each), place);
  };
  const all = [...pages, ...others.flatMap((other) => other.pages)];
  const body = printSheet({ fonts, theme, root, pages: all, description, drawMargins });
  return { body, pages: each, theme };
}

function firstFit(paper: Paper, fonts: Fonts, { steps, comfortable }: Sizes): Attempt {
  for (const theme of steps) {
    const attempt = layPaper(paper, fonts, theme);
    if (attempt.pages.length === 1) return attempt;
  }
  return layPaper(paper, fonts, comfortable);
}

function layPaper(
  paper: Paper,
  fonts: Fonts,
  theme: Theme,
  root: Tag = new Tag('Document'),
): Attempt {
  const place = pagePlace(fonts, theme, root);
  const content = [
    ...titleStrips(paper, place),
    ...sectionsStrips(paper.sections, place),
    ...sealStrips(paper.seal ?? [], place),
  ];
  const closing = keptWhole(closingStrips(paper, place));
  const room = pageRoom(theme);
  const pages = paginate([...content, ...closing], room);
  return { root, place, pages: withClosingAtFoot(pages, closing, room) };
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

function titleStrips({ title, subtitle, number }: Paper, place: Place): Strip[] {
  const { theme } = place.kit;
  const above = textStrips(
    place,
    number === undefined ? [] : [{ text: number }],
    { size: theme.cell, leading: 1.8, align: 'right' },
    place.tag.add('P'),
  );
  const beside = emblemWidth(place);
  const middle = beside === 0 ? place : inset(place, beside + 10, beside + 10);
  const head = textStrips(
    middle,
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
  const below = textStrips(
    middle,
    subtitle === '' ? [] : [{ text: subtitle }],
    { size: theme.body * 1.08, leading: 1.5, align: 'center', balance: true },
    place.tag.add('P'),
  );
  const { accent } = theme;
  const rule = strip(7, (pen, y) => {
    if (accent === undefined) return;
    const right = place.x + place.width;
    pen.rule(place.x, y + 4, right, y + 4, 1.6, accent);
    pen.rule(place.x, y + 6.4, right, y + 6.4, 0.5, accent);
  });
  const ruled = accent === undefined ? [] : [rule];
  return keptWhole(withEmblem([...above, ...head, ...spaced(below, 2), ...ruled], place));
}
