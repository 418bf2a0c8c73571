import type { Cell } from '../../guide/guide.ts';
import type { Owner, Pen } from './pen.ts';
import type { Place } from './place.ts';
import { type Frame, type Strip, strip } from './strip.ts';
import { drawTextLine, layText, type TextBlock, type TextStyle } from './text-strips.ts';

/** One cell of a row: its width in pt, its paragraphs, and whose content they are. */
export interface RowCell {
  readonly width: number;
  readonly owner: Owner;
  readonly tinted: boolean;
  readonly text: readonly TextBlock[];
}

/** A line of a cell, wherever its paragraph is. */
interface CellLine {
  readonly block: TextBlock;
  readonly index: number;
}

/** Lays out a cell's paragraphs inside its padding. */
export function cellText(
  cell: Cell,
  width: number,
  place: Place,
  style: Pick<TextStyle, 'face' | 'align'>,
): TextBlock[] {
  const { cell: size, cellLeading: leading, cellPadX } = place.kit.theme;
  return cell.map((inlines) =>
    layText(place, inlines, width - cellPadX * 2, { size, leading, ...style }),
  );
}

/** The border round a table's part on a page. */
export function tableFrame(place: Place): Frame {
  const { x, width } = place;
  const { rule, frameGrey } = place.kit.theme;
  return {
    pad: 0,
    draw: (pen, top, bottom) => pen.outline(x, top, width, bottom - top, rule, frameGrey),
  };
}

/** A row as one strip when a page can hold it, else as a strip a line. */
export function rowStrips(cells: readonly RowCell[], place: Place, ruled: boolean): Strip[] {
  const { theme } = place.kit;
  const line = theme.cell * theme.cellLeading;
  const lines = cells.map((cell) => linesOf(cell.text));
  const count = Math.max(1, ...lines.map((each) => each.length));
  const height = count * line + theme.cellPadY * 2;
  const page = theme.page.height - theme.margins.top - theme.margins.bottom;
  if (height <= page * 0.85) {
    return [
      strip(height, (pen, y) => {
        drawGrid(pen, cells, place, y, height, ruled);
        eachCell(cells, place, (cell, index, x) => {
          const own = lines[index] ?? [];
          const top = y + (height - own.length * line) / 2;
          own.forEach((each, at) => {
            drawCellLine(pen, each, cell.owner, x, top + at * line);
          });
        });
      }),
    ];
  }
  return Array.from({ length: count }, (_, at) => slice(cells, lines, place, at, count, ruled));
}

/** Line `at` of every cell of a row too tall for a page. */
function slice(
  cells: readonly RowCell[],
  lines: readonly (readonly CellLine[])[],
  place: Place,
  at: number,
  count: number,
  ruled: boolean,
): Strip {
  const { theme } = place.kit;
  const line = theme.cell * theme.cellLeading;
  const above = at === 0 ? theme.cellPadY : 0;
  const below = at === count - 1 ? theme.cellPadY : 0;
  const height = above + line + below;
  return strip(
    height,
    (pen, y) => {
      drawGrid(pen, cells, place, y, height, ruled && at === 0);
      eachCell(cells, place, (cell, index, x) => {
        const each = lines[index]?.[at];
        if (each) drawCellLine(pen, each, cell.owner, x, y + above);
      });
    },
    { keep: at === 0 || at === count - 2 },
  );
}

function linesOf(text: readonly TextBlock[]): CellLine[] {
  return text.flatMap((block) => block.lines.map((_, index) => ({ block, index })));
}

function drawCellLine(pen: Pen, line: CellLine, owner: Owner, x: number, y: number): void {
  drawTextLine(pen, line.block, line.index, x, y, owner);
}

function eachCell(
  cells: readonly RowCell[],
  place: Place,
  draw: (cell: RowCell, index: number, x: number) => void,
): void {
  let { x } = place;
  cells.forEach((cell, index) => {
    draw(cell, index, x + place.kit.theme.cellPadX);
    x += cell.width;
  });
}

/** Grounds of tinted cells, the rules between cells, and the rule above the row. */
function drawGrid(
  pen: Pen,
  cells: readonly RowCell[],
  place: Place,
  y: number,
  height: number,
  ruled: boolean,
): void {
  const { hair, ruleGrey, tint } = place.kit.theme;
  let { x } = place;
  cells.forEach((cell, index) => {
    if (cell.tinted) pen.ground(x, y, cell.width, height, tint);
    if (index > 0) pen.rule(x, y, x, y + height, hair, ruleGrey);
    x += cell.width;
  });
  if (ruled) pen.rule(place.x, y, place.x + place.width, y, hair, ruleGrey);
}
