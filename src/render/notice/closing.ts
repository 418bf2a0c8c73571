import type { Paper } from '../../guide/guide.ts';
import { SERIF } from '../pdf/fonts.ts';
import type { Pen } from '../pdf/pen.ts';
import { inset, type Place } from '../pdf/place.ts';
import { qrOperators } from '../pdf/qr-code.ts';
import { stringWidth } from '../pdf/set-text.ts';
import { type Strip, strip } from '../pdf/strip.ts';
import { drawTextLine, layText, type TextBlock, textStrips } from '../pdf/text-strips.ts';

/** Most signature lines side by side. */
const ACROSS = 3;
/** Between signature lines, in pt. */
const GAP = 14;
/** Room to write in above a signature line, in pt. */
const WRITING = 27;

/** The foot of the sheet: QR code with caption, lines to sign on, and the small print. */
export function closingStrips(paper: Paper, place: Place): Strip[] {
  const { theme } = place.kit;
  const side = paper.code ? theme.code : 0;
  const code = paper.code ? drawCode(paper.code, side, place) : undefined;
  const lines = signatureRows(paper.signatures, inset(place, side > 0 ? side + 20 : 0));
  const height = Math.max(code?.height ?? 0, lines.height);
  const parts = [code, lines].filter((part) => part !== undefined);
  const main = strip(
    height,
    (pen, y) => {
      for (const part of parts) part.draw(pen, y + (height - part.height) / 2);
    },
    { space: theme.sectionGap, keep: true },
  );
  if (paper.footer === '') return height > 0 ? [main] : [];
  const style = { size: theme.small, leading: 1.5, align: 'left', grey: theme.quiet } as const;
  const print = textStrips(place, [{ text: paper.footer }], style, place.tag.add('P'));
  const ruled = print.map((each, index) => (index > 0 ? each : ruledAbove(each, place)));
  return height > 0 ? [main, ...ruled] : ruled;
}

interface Part {
  readonly height: number;
  draw(pen: Pen, y: number): void;
}

function drawCode(code: NonNullable<Paper['code']>, side: number, place: Place): Part {
  const { theme } = place.kit;
  const figure = place.tag.add('Figure', { alt: `${code.caption} ${code.content}` });
  const owner = place.tag.add('P');
  const style = { size: theme.small, leading: 1.4, align: 'center' } as const;
  const caption = layText(place, [{ text: code.caption }], side + 12, style);
  return {
    height: side + 3 + caption.height,
    draw: (pen, y) => {
      pen.mark(figure);
      pen.draw(qrOperators(code.content, place.x + 6, y, side));
      caption.lines.forEach((_, index) => {
        drawTextLine(
          pen,
          caption,
          index,
          place.x,
          y + side + 3 + index * caption.lineHeight,
          owner,
        );
      });
    },
  };
}

function signatureRows(labels: readonly string[], place: Place): Part {
  const { theme } = place.kit;
  const columns = signatureColumns(labels, place);
  const across = columns.length;
  const style = { size: theme.cell, leading: 1.4, align: 'left' } as const;
  const cells = labels.map((label, index) => ({
    owner: place.tag.add('P'),
    text: layText(place, [{ text: label }], columns[index % across]?.width ?? 0, style),
  }));
  const row = Math.max(0, ...cells.map((cell) => cell.text.height)) + WRITING;
  return {
    height: Math.ceil(labels.length / across) * row,
    draw: (pen, y) => {
      cells.forEach((cell, index) => {
        const { x, width } = columns[index % across] ?? { x: place.x, width: place.width };
        const top = y + Math.floor(index / across) * row;
        drawLines(pen, cell.text, x, top, cell.owner);
        pen.rule(x, top + row - 4, x + width, top + row - 4, 0.6, 0);
      });
    },
  };
}

/** As wide as their labels need, which are not to break, and as much more each as there is room. */
function signatureColumns(
  labels: readonly string[],
  { x, width, kit }: Place,
): { readonly x: number; readonly width: number }[] {
  const across = Math.min(ACROSS, Math.max(1, labels.length));
  const needs = Array.from({ length: across }, (_, column) => {
    const own = labels.filter((_label, index) => index % across === column);
    return Math.max(
      0,
      ...own.map((label) => stringWidth(kit.fonts, label, kit.theme.cell, SERIF) + 1),
    );
  });
  const needed = needs.reduce((sum, need) => sum + need + GAP, 0);
  const more = Math.max(0, width - needed) / across;
  const least = Math.min(1, width / needed);
  let at = x;
  return needs.map((need) => {
    const column = { x: at, width: (need + GAP) * least + more - GAP };
    at += column.width + GAP;
    return column;
  });
}

function drawLines(pen: Pen, text: TextBlock, x: number, y: number, owner: Place['tag']): void {
  text.lines.forEach((_, index) => {
    drawTextLine(pen, text, index, x, y + index * text.lineHeight, owner);
  });
}

function ruledAbove(first: Strip, place: Place): Strip {
  const { hair, ruleGrey } = place.kit.theme;
  return {
    ...first,
    space: 8,
    draw: (pen, y) => {
      pen.rule(place.x, y - 3, place.x + place.width, y - 3, hair, ruleGrey);
      first.draw(pen, y);
    },
  };
}
