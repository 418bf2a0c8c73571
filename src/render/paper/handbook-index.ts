import type { Handbook } from '../../guide/paper/handbook.ts';
import { SANS, SERIF } from '../pdf/fonts.ts';
import { type PageContent, paginate, type Room } from '../pdf/paginate.ts';
import type { Place } from '../pdf/place.ts';
import { keptWhole, keptWithNext, type Strip, spaced } from '../pdf/strip.ts';
import { textStrips } from '../pdf/text-strips.ts';
import { entryStrip } from './handbook-front.ts';

/** Blank between the two columns, in pt. */
const GUTTER = 26;

/** The index in two columns, by initial; its title stands over the first page. */
export function indexPages(
  book: Handbook,
  pages: ReadonlyMap<string, number>,
  place: Place,
  room: Room,
): PageContent[][] {
  const { theme } = place.kit;
  const title = textStrips(
    place,
    [{ text: book.indexTitle }],
    { size: theme.title, leading: 1.6, face: SERIF, align: 'center', weight: 0.028 },
    place.tag.add('H1'),
  ).map((each) => ({ ...each, bookmark: book.indexTitle }));
  const width = (place.width - GUTTER) / 2;
  const column = { ...place, width };
  const groups = book.index.flatMap(({ initial, entries }): Strip[] => {
    const style = { size: theme.heading, leading: 1.6, face: SANS, align: 'left' } as const;
    const head = textStrips(column, [{ text: initial }], style, place.tag.add('H2'));
    const list = place.tag.add('L');
    const lines = entries.flatMap((guide) =>
      entryStrip(guide, pages, column, list.add('LI').add('LBody')),
    );
    return [...spaced(keptWithNext(keptWhole(head)), 8), ...lines];
  });
  const head = paginate(title, room);
  const below = { ...room, top: (head[0]?.bottom ?? room.top) + 8 };
  const columns = paginate(groups, below);
  const result: PageContent[][] = [];
  columns.forEach((content, index) => {
    const shift = index % 2 === 0 ? 0 : width + GUTTER;
    const page = result[Math.floor(index / 2)];
    if (page) page.push({ ...content, shift });
    else result.push(index === 0 ? [...head, content] : [content]);
  });
  return result;
}
