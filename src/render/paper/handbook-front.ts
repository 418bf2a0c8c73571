import type { Guide } from '../../guide/guide.ts';
import type { Handbook } from '../../guide/paper/handbook.ts';
import { SANS, SERIF } from '../pdf/fonts.ts';
import type { Pen } from '../pdf/pen.ts';
import type { Place } from '../pdf/place.ts';
import { stringWidth } from '../pdf/set-text.ts';
import { keptWhole, keptWithNext, type Strip, spaced, strip } from '../pdf/strip.ts';
import type { Tag } from '../pdf/structure.ts';
import { drawTextLine, layText, textStrips } from '../pdf/text-strips.ts';

/** Title, whose it is, and the imprint. */
export function coverStrips(book: Handbook, place: Place): Strip[] {
  const { theme } = place.kit;
  const line = (text: string, size: number, name: 'H1' | 'P', more = {}) =>
    textStrips(
      place,
      [{ text }],
      { size, leading: 1.5, align: 'center', balance: true, ...more },
      place.tag.add(name),
    );
  const rule = strip(12, (pen, y) => {
    const ink = theme.accent ?? theme.frameGrey;
    pen.rule(place.x, y + 6, place.x + place.width, y + 6, 2, ink);
  });
  return [
    ...line(book.subtitle, theme.title * 0.85, 'P'),
    ...spaced(line(book.title, theme.title * 1.7, 'H1', { face: SERIF, weight: 0.028 }), 10),
    ...spaced([rule], 20),
    ...spaced(
      book.imprint.flatMap((text) => line(text, theme.body * 1.15, 'P', { leading: 1.9 })),
      260,
    ),
  ];
}

/** The contents: parts in bold, chapters with dots up to the page number, each a link. */
export function contentsStrips(
  book: Handbook,
  pages: ReadonlyMap<string, number>,
  place: Place,
): Strip[] {
  const { theme } = place.kit;
  const title = textStrips(
    place,
    [{ text: book.contentsTitle }],
    { size: theme.title, leading: 1.6, face: SERIF, align: 'center', weight: 0.028 },
    place.tag.add('Caption'),
  ).map((each) => ({ ...each, bookmark: book.contentsTitle }));
  const parts = book.parts.flatMap((part) => {
    const style = { size: theme.body * 1.05, leading: 1.7, face: SANS, align: 'left' } as const;
    const head = textStrips(place, [{ text: part.title }], style, place.tag.add('TOCI'));
    const entries = part.guides.flatMap((guide) =>
      entryStrip(guide, pages, place, place.tag.add('TOCI').add('Reference')),
    );
    return [...spaced(keptWithNext(keptWhole(head)), 8), ...entries];
  });
  return [...title, ...parts];
}

/** A title and its page number at the right, joined by dots; the line leads there. */
export function entryStrip(
  { id, title }: Pick<Guide, 'id' | 'title'>,
  pages: ReadonlyMap<string, number>,
  place: Place,
  holder: Tag,
): Strip[] {
  const { theme, fonts } = place.kit;
  const size = theme.body;
  const item = holder.add('Link');
  const number = String(pages.get(id) ?? 0);
  const room = stringWidth(fonts, '0000', size, SERIF) + 6;
  const style = { size, leading: 1.75, align: 'left' } as const;
  const text = layText(place, [{ text: title }], place.width - room - size * 2, style);
  const digits = layText(place, [{ text: number }], room, { ...style, align: 'right' });
  const last = text.lines.length - 1;
  const draw = (pen: Pen, y: number): void => {
    text.lines.forEach((_, index) => {
      drawTextLine(pen, text, index, place.x, y + index * text.lineHeight, item);
    });
    const foot = y + last * text.lineHeight;
    const end = place.x + ((text.lines[last]?.width ?? 0) * size) / 1000;
    dots(
      pen,
      end + 5,
      place.x + place.width - stringWidth(fonts, number, size, SERIF) - 5,
      foot + size * 1.25,
      theme.ruleGrey,
    );
    drawTextLine(pen, digits, 0, place.x + place.width - room, foot, item);
    pen.link(place.x, y, place.width, text.height, `#item-${id}`, item, title);
  };
  return [strip(text.height, draw)];
}

/** Fine dots on a line; they are furniture, not text. */
function dots(pen: Pen, from: number, to: number, y: number, ink: number): void {
  for (let x = Math.ceil(from / 5) * 5; x < to; x += 5) pen.rule(x, y, x + 0.8, y, 0.8, ink);
}
