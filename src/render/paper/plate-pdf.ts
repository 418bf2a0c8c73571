import type { Plate, Plates } from '../../guide/paper/plate.ts';
import { describePrinted } from '../pdf/description.ts';
import { type Fonts, SANS, SERIF } from '../pdf/fonts.ts';
import { pagePlace, pageRoom } from '../pdf/page-place.ts';
import { type PageContent, paginate, type Room } from '../pdf/paginate.ts';
import type { Pen } from '../pdf/pen.ts';
import { inset, type Place } from '../pdf/place.ts';
import { printSheet } from '../pdf/sheet.ts';
import { type Strip, spaced } from '../pdf/strip.ts';
import { Tag, type TagName } from '../pdf/structure.ts';
import { type TextStyle, textStrips } from '../pdf/text-strips.ts';
import { guideTheme, MM, type Theme } from '../pdf/theme.ts';
import { coverCode } from './cover-code.ts';

/** A5 across, to be read from two metres away. */
const plateTheme: Theme = {
  ...guideTheme,
  name: 'plate',
  page: { width: 595.28, height: 419.53 },
  margins: { top: 12 * MM, right: 14 * MM, bottom: 11 * MM, left: 14 * MM },
  body: 14.5,
  small: 10,
  leading: 1.5,
  code: 116,
};

/** Width of the column with the QR code, in pt. */
const SIDE = 140;

/** Makes the plates of a hall's windows, a page each. */
export function renderPlates(plates: Plates, fonts: Fonts, accent: Theme['accent']): Uint8Array {
  const theme = { ...plateTheme, ...(accent && { accent }) };
  const root = new Tag('Document');
  const pages = plates.plates.map((plate) => layPlate(plate, pagePlace(fonts, theme, root)));
  const drawMargins = (pen: Pen): void => {
    const { page, margins } = theme;
    const ink = theme.accent ?? theme.frameGrey;
    const inside = { left: margins.left - 18, top: margins.top - 16 };
    const width = page.width - inside.left * 2;
    pen.outline(inside.left, inside.top, width, page.height - inside.top * 2, 1.6, ink);
  };
  const description = describePrinted({ ...plates, subtitle: '' });
  return printSheet({ fonts, theme, root, pages, description, drawMargins });
}

function layPlate(plate: Plate, place: Place): PageContent[] {
  const { theme } = place.kit;
  const side = plate.code === undefined ? 0 : SIDE;
  const main = { ...inset(place, 0, side === 0 ? 0 : side + 16), tag: place.tag.add('Sect') };
  const room = pageRoom(theme);
  const left = paginate(mainStrips(plate, main), room)
    .slice(0, 1)
    .map((page) => centred(page, room));
  if (side === 0) return left;
  const beside = { ...inset(place, place.width - side), tag: place.tag.add('Sect') };
  return [
    ...left,
    ...paginate(coverCode(plate.code, beside, 0), room).map((page) => centred(page, room)),
  ];
}

/** A column moved down so that as much is blank above it as below. */
function centred(page: PageContent, room: Room): PageContent {
  const drop = Math.max(0, (room.bottom - page.bottom) / 2);
  const placed = page.placed.map((each) => ({ ...each, y: each.y + drop }));
  return { ...page, placed, bottom: page.bottom + drop };
}

function mainStrips(plate: Plate, place: Place): Strip[] {
  const { theme } = place.kit;
  const line = (text: string, size: number, more: Partial<TextStyle>, name: TagName): Strip[] =>
    textStrips(
      place,
      text === '' ? [] : [{ text }],
      { size, leading: 1.2, align: 'left', ...more },
      place.tag.add(name),
    );
  const long = plate.number.length > 5;
  const facts = plate.facts.flatMap(({ label, value }) => {
    const text = [{ text: `${label}　`, strong: true as const }, ...value];
    const style = { size: theme.body, leading: 1.5, align: 'left' } as const;
    return spaced(textStrips(place, text, style, place.tag.add('P')), 3);
  });
  const items = plate.items.length === 0 ? [] : itemStrips(plate, place);
  return [
    ...line(plate.number, long ? 44 : 92, { face: SANS, leading: 1.12 }, 'H1'),
    ...line(plate.name, 25, { face: SERIF, weight: 0.028, leading: 1.35 }, 'P'),
    ...line(plate.place, 13, { grey: theme.quiet, leading: 1.6 }, 'P'),
    ...spaced(facts, 10),
    ...spaced(items, 10),
  ];
}

/** The items of a window, as many to a line as fit. */
function itemStrips(plate: Plate, place: Place): Strip[] {
  const { theme } = place.kit;
  const title = textStrips(
    place,
    [{ text: plate.itemsTitle }],
    { size: 11, leading: 1.6, face: SANS, align: 'left' },
    place.tag.add('H2'),
  );
  const size = plate.items.join('').length > 90 ? 9.5 : 11;
  const style = { size, leading: 1.55, align: 'left' } as const;
  const text = [{ text: plate.items.join('　') }];
  const names = textStrips(place, text, style, place.tag.add('P'));
  return [...spaced(title, theme.blockGap), ...names];
}
