import type { Guide } from '../../guide/guide.ts';
import { layBlocks } from './drawers.ts';
import { type Fonts, SANS, SERIF } from './fonts.ts';
import { describe, drawFurniture } from './furniture.ts';
import { drawHighlights } from './highlights.ts';
import { paginate } from './paginate.ts';
import type { Pen } from './pen.ts';
import type { Place } from './place.ts';
import { sectionsStrips } from './sections.ts';
import { printSheet } from './sheet.ts';
import { keptWhole, type Strip, spaced } from './strip.ts';
import { Tag } from './structure.ts';
import { textStrips } from './text-strips.ts';
import { guideTheme, type Theme } from './theme.ts';
import { words } from './words.ts';

/** Makes the full guide as a tagged PDF; the same guide gives the same bytes on every run. */
export function renderGuidePdf(guide: Guide, fonts: Fonts, theme: Theme = guideTheme): Uint8Array {
  const root = new Tag('Document');
  const place: Place = {
    kit: { fonts, theme, layBlocks },
    x: theme.margins.left,
    width: theme.page.width - theme.margins.left - theme.margins.right,
    size: theme.body,
    indent: 2,
    tag: root,
  };
  const strips = [
    ...titleStrips(guide, place),
    ...spaced(drawHighlights(guide.highlights, place), theme.blockGap),
    ...sectionsStrips(guide.sections, place),
  ];
  const pages = paginate(strips, {
    top: theme.margins.top,
    bottom: theme.page.height - theme.margins.bottom,
  });
  const furnish = (pen: Pen, page: number, count: number) =>
    drawFurniture(pen, guide, place, page, count);
  const description = describe(guide, `${guide.title} ${words.kind}`);
  return printSheet({ fonts, theme, root, pages, description, furnish });
}

function titleStrips(guide: Guide, place: Place): Strip[] {
  const { kit, tag } = place;
  const { theme } = kit;
  const kind = textStrips(
    place,
    [{ text: words.kind }],
    { size: 11, leading: 1.5, face: SANS, align: 'center', grey: theme.quiet },
    tag.add('P'),
  );
  const title = textStrips(
    place,
    [{ text: guide.title }],
    { size: theme.title, leading: 1.4, face: SERIF, align: 'center', weight: 0.028, balance: true },
    tag.add('H1'),
  );
  const body = textStrips(
    place,
    [{ text: guide.department.name }],
    { size: theme.body, leading: 1.6, align: 'center' },
    tag.add('P'),
  );
  const summary = textStrips(
    place,
    guide.summary === '' ? [] : [{ text: guide.summary }],
    { size: theme.body, leading: theme.leading, indent: 2 },
    tag.add('P'),
  );
  return keptWhole([...kind, ...spaced(title, 4), ...spaced(body, 4), ...spaced(summary, 8)]);
}
