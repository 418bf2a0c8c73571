import type { Guide } from '../../guide/guide.ts';
import { SERIF } from './fonts.ts';
import type { Pen } from './pen.ts';
import type { Place } from './place.ts';
import { stringWidth } from './set-text.ts';
import { drawTextLine, layText } from './text-strips.ts';
import { words } from './words.ts';

/** Part of a page's width that the label at the left may take, at the head and at the foot. */
const HEAD_SHARE = 0.62;
const FOOT_SHARE = 0.8;

/** Header (from page two) and footer; neither is part of the text. */
export function drawHeaderFooter(
  pen: Pen,
  guide: Guide,
  place: Place,
  page: number,
  pages: number,
): void {
  const { theme } = place.kit;
  const { catalogue, version, edition = version } = guide.provenance;
  const foot = theme.page.height - theme.margins.bottom + 16;
  const end = place.x + place.width;
  pen.rule(place.x, foot, end, foot, theme.hair, theme.ruleGrey);
  const number = words.page(page, pages);
  const share = footShare(number, place);
  const parts = edition.split('　');
  const [code = '', , ...dates] = parts;
  const newest = [code, ...dates.slice(0, 1), ...dates.slice(1).slice(-1)];
  const shorter = [[code, ...dates], newest, parts.slice(0, 3), parts.slice(0, 2)];
  const source = [[catalogue, ...parts], parts, ...shorter].map((each) =>
    each.filter((part) => part !== '').join('　'),
  );
  const left = source.find((text) => fitsLabel(text, place, share)) ?? '';
  drawLabel(pen, left, place, foot + 3, 'left', share);
  drawLabel(pen, number, place, foot + 3, 'right', share);
  if (page === 1) return;
  drawHead(pen, guide.title, guide.department.name, place);
}

/** A page's header: two labels over a rule that clears the text below. */
function drawHead(pen: Pen, left: string, right: string, place: Place): void {
  const { small, margins, hair, ruleGrey } = place.kit.theme;
  const rule = margins.top - 10;
  const head = rule - small * 1.35 - 2.5;
  drawLabel(pen, left, place, head, 'left', HEAD_SHARE);
  drawLabel(pen, right, place, head, 'right', HEAD_SHARE);
  pen.rule(place.x, rule, place.x + place.width, rule, hair, ruleGrey);
}

/** Whether small print fits the left part of a page's foot. */
function fitsLabel(text: string, place: Place, share: number): boolean {
  const { fonts, theme } = place.kit;
  return stringWidth(fonts, text, theme.small, SERIF) <= place.width * share;
}

/** Part of the width that the left of the foot may take, so that the page number keeps its own. */
function footShare(number: string, place: Place): number {
  const { fonts, theme } = place.kit;
  const taken = stringWidth(fonts, number, theme.small, SERIF) + 2 * theme.small;
  return Math.min(FOOT_SHARE, 1 - taken / place.width);
}

/** What stands at head and foot of a handbook's page. */
export interface BookHeaderFooter {
  readonly left: string;
  readonly right: string;
  readonly foot: string;
  readonly place: Place;
}

/** Header and footer of a handbook; neither is part of the text. */
export function drawBookHeaderFooter(
  pen: Pen,
  { left, right, foot, place }: BookHeaderFooter,
  page: number,
  pages: number,
): void {
  const { theme } = place.kit;
  const end = place.x + place.width;
  const below = theme.page.height - theme.margins.bottom + 16;
  drawHead(pen, left, right, place);
  pen.rule(place.x, below, end, below, theme.hair, theme.ruleGrey);
  const number = words.page(page, pages);
  const share = footShare(number, place);
  drawLabel(pen, foot, place, below + 3, 'left', share);
  drawLabel(pen, number, place, below + 3, 'right', share);
}

/** Draws small print on one line, as much of it as fits its share of the width. */
function drawLabel(
  pen: Pen,
  text: string,
  place: Place,
  y: number,
  align: 'left' | 'right',
  share = FOOT_SHARE,
): void {
  const { small, quiet } = place.kit.theme;
  const width = place.width * (align === 'left' ? share : 1 - share);
  const x = align === 'left' ? place.x : place.x + place.width - width;
  const style = { size: small, leading: 1.35, align, grey: quiet } as const;
  const whole = layText(place, [{ text }], width, style);
  const end = whole.lines.length > 1 ? (whole.lines[0]?.end ?? 0) : text.length;
  const shown =
    end < text.length
      ? `${Array.from(text)
          .slice(0, end - 1)
          .join('')}…`
      : text;
  const label = shown === text ? whole : layText(place, [{ text: shown }], width, style);
  drawTextLine(pen, label, 0, x, y, 'artifact');
}

/** Draws a page number at the right of the foot, below the text. */
export function drawFootLabel(pen: Pen, text: string, place: Place): void {
  const { page, margins } = place.kit.theme;
  drawLabel(pen, text, place, page.height - margins.bottom + 8, 'right');
}

/** Draws which of several copies a sheet is, at the right of the head, above the text. */
export function drawCopyMark(pen: Pen, text: string, place: Place): void {
  drawLabel(pen, text, place, Math.max(12, place.kit.theme.margins.top - 22), 'right', 0.4);
}
