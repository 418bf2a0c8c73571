import type { Guide } from '../../guide/guide.ts';
import type { Handbook } from '../../guide/paper/handbook.ts';
import { describePrinted } from '../pdf/description.ts';
import type { Fonts } from '../pdf/fonts.ts';
import { guideStrips } from '../pdf/guide-strips.ts';
import { drawBookHeaderFooter } from '../pdf/header-footer.ts';
import { pagePlace, pageRoom } from '../pdf/page-place.ts';
import { type PageContent, paginate } from '../pdf/paginate.ts';
import type { Pen } from '../pdf/pen.ts';
import type { Place } from '../pdf/place.ts';
import { printSheet } from '../pdf/sheet.ts';
import { avoidShortLastPage } from '../pdf/short-last-page.ts';
import type { Strip } from '../pdf/strip.ts';
import { Tag } from '../pdf/structure.ts';
import type { Theme } from '../pdf/theme.ts';
import { contentsStrips, coverStrips } from './handbook-front.ts';
import { indexPages } from './handbook-index.ts';

interface Chapter {
  readonly guide: Guide;
  readonly part: string;
  readonly pages: readonly PageContent[];
}

/** Makes a handbook: cover, contents with page numbers, a chapter an item, index by sound. */
export function renderHandbook(book: Handbook, fonts: Fonts, theme: Theme): Uint8Array {
  const root = new Tag('Document');
  const room = pageRoom(theme);
  const cover = paginate(coverStrips(book, pagePlace(fonts, theme, root.add('Part'))), {
    ...room,
    top: room.top + 120,
  }).slice(0, 1);
  const toc = root.add('TOC');
  const chapters = book.parts.flatMap((part) =>
    part.guides.map((guide, index) =>
      layChapter(guide, part.title, index === 0, root, fonts, theme),
    ),
  );
  const blank = new Map(chapters.map(({ guide }) => [guide.id, 0]));
  const draft = contentsStrips(book, blank, pagePlace(fonts, theme, new Tag('TOC')));
  const front = cover.length + paginate(draft, room).length;
  const starts = pageNumbers(chapters, front);
  const contents = paginate(contentsStrips(book, starts, pagePlace(fonts, theme, toc)), room);
  const index = indexPages(book, starts, pagePlace(fonts, theme, root.add('Index')), room);
  const pages = [...cover, ...contents, ...chapters.flatMap((each) => each.pages), ...index];
  const heads = headsOf(chapters, front, pages.length);
  const edge = pagePlace(fonts, theme, root);
  const drawMargins = (pen: Pen, page: number, count: number) => {
    if (page === 1) return;
    const [left, right] = heads[page - 1] ?? [book.title, book.subtitle];
    const foot = book.imprint.join('　');
    drawBookHeaderFooter(pen, { left, right, foot, place: edge }, page, count);
  };
  const description = describePrinted(book);
  return printSheet({ fonts, theme, root, pages, description, drawMargins });
}

function layChapter(
  guide: Guide,
  part: string,
  opens: boolean,
  root: Tag,
  fonts: Fonts,
  theme: Theme,
): Chapter {
  const { tag, pages } = avoidShortLastPage(theme, (each) => {
    const own = new Tag('Part');
    const strips = chapterStrips(guide, pagePlace(fonts, each, own));
    return { tag: own, pages: paginate(opens ? withPart(strips, part) : strips, pageRoom(each)) };
  });
  root.children.push(tag);
  return { guide, part, pages };
}

/** A guide's strips, with the bookmark and anchor that lead to its chapter. */
function chapterStrips(guide: Guide, place: Place): Strip[] {
  const strips = guideStrips(guide, place).map((strip) =>
    strip.bookmark === undefined ? strip : { ...strip, depth: 2 },
  );
  const [first] = strips;
  if (first === undefined) return strips;
  const opener = { ...first, bookmark: guide.title, depth: 1, anchor: `item-${guide.id}` };
  return [opener, ...strips.slice(1)];
}

/** A bookmark of the part, on the first strip of its first chapter. */
function withPart(strips: Strip[], part: string): Strip[] {
  const [first] = strips;
  if (first === undefined) return strips;
  const opener = {
    ...first,
    height: 0,
    space: 0,
    keep: true,
    bookmark: part,
    depth: 0,
    draw: () => {},
  };
  const { anchor: _, ...above } = opener;
  return [above, ...strips];
}

/** The page on which each chapter begins. */
function pageNumbers(chapters: readonly Chapter[], front: number): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  let page = front + 1;
  for (const { guide, pages } of chapters) {
    starts.set(guide.id, page);
    page += pages.length;
  }
  return starts;
}

/** What stands at the head of each page: the item and its department. */
function headsOf(chapters: readonly Chapter[], front: number, count: number) {
  const heads: ([string, string] | undefined)[] = Array.from({ length: front }, () => undefined);
  for (const { guide, part, pages } of chapters) {
    for (const _ of pages) heads.push([guide.title, part]);
  }
  heads.length = count;
  return heads;
}
