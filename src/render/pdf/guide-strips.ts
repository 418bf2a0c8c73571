import type { CodeBlock, Guide } from '../../guide/guide.ts';
import { emblemWidth, withEmblem } from './emblem.ts';
import { SANS, SERIF } from './fonts.ts';
import { drawHighlights } from './highlights.ts';
import { inset, type Place } from './place.ts';
import { qrOperators } from './qr-code.ts';
import { sectionsStrips } from './sections.ts';
import { stringWidth } from './set-text.ts';
import { blank, keptWhole, type Strip, spaced } from './strip.ts';
import { drawTextLine, layText, textStrips } from './text-strips.ts';
import { words } from './words.ts';

/** A whole guide as strips: title, summary box, sections. `kind` stands above the title. */
export function guideStrips(guide: Guide, place: Place, kind: string = words.kind): Strip[] {
  return [
    ...titleStrips(guide, place, kind),
    ...spaced(drawHighlights(guide.highlights, place), place.kit.theme.blockGap),
    ...sectionsStrips([...guide.sections, ...(guide.appendix ?? [])], place),
  ];
}

/** What it is, the title, whose it is and the summary, with the QR code beside them. */
function titleStrips(guide: Guide, place: Place, kind: string): Strip[] {
  const { kit, tag } = place;
  const { theme } = kit;
  const side = guide.notice.code === undefined ? 0 : theme.code * 0.75;
  const beside = Math.max(side, emblemWidth(place));
  const middle = beside === 0 ? place : inset(place, beside + 10, beside + 10);
  const above = textStrips(
    middle,
    [{ text: kind }],
    { size: 11, leading: 1.5, face: SANS, align: 'center', grey: theme.quiet },
    tag.add('P'),
  );
  const title = textStrips(
    middle,
    [{ text: guide.title }],
    { size: theme.title, leading: 1.4, face: SERIF, align: 'center', weight: 0.028, balance: true },
    tag.add('H1'),
  );
  const body = textStrips(
    middle,
    [{ text: guide.department.name }],
    { size: theme.body, leading: 1.6, align: 'center' },
    tag.add('P'),
  );
  const head = [...above, ...spaced(title, 4), ...spaced(body, 4)];
  const coded = withCode(head, guide.notice.code, side, place);
  const summary = textStrips(
    place,
    guide.summary === '' ? [] : [{ text: guide.summary }],
    { size: theme.body, leading: theme.leading, indent: 2 },
    tag.add('P'),
  );
  return keptWhole([...withEmblem(coded, place), ...spaced(summary, 8)]);
}

/** The head of a guide with a QR code at its right, lower than the head if need be. */
function withCode(
  head: readonly Strip[],
  code: CodeBlock | undefined,
  side: number,
  place: Place,
): Strip[] {
  const [first, ...others] = head;
  if (code === undefined || first === undefined) return [...head];
  const figure = place.tag.add('Figure', { alt: `${code.caption} ${code.content}` });
  const owner = place.tag.add('P');
  const { small } = place.kit.theme;
  const style = {
    size: Math.max(small * 0.9, place.kit.theme.least ?? 0),
    leading: 1.4,
    align: 'center',
  } as const;
  const natural = stringWidth(place.kit.fonts, code.caption, style.size, SERIF) + 1;
  const wide = Math.min(Math.max(side, natural), side * 1.7);
  const caption = layText(place, [{ text: code.caption }], wide, style);
  const right = place.x + place.width;
  const x = right - wide / 2 - side / 2;
  const draw: Strip['draw'] = (pen, y) => {
    first.draw(pen, y);
    pen.mark(figure);
    pen.draw(qrOperators(code.content, x, y, side));
    caption.lines.forEach((_, index) => {
      const top = y + side + 2 + index * caption.lineHeight;
      drawTextLine(pen, caption, index, right - wide, top, owner);
    });
  };
  const height = head.reduce((sum, each) => sum + each.space + each.height, 0);
  const lack = Math.max(0, side + 4 + caption.height - height);
  const filled = lack === 0 ? others : [...others, blank(lack)];
  return [{ ...first, draw }, ...filled];
}
