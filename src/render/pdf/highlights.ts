import type { Fact } from '../../guide/guide.ts';
import { SANS } from './fonts.ts';
import type { Place } from './place.ts';
import { inlineWidth } from './set-text.ts';
import { type Strip, strip } from './strip.ts';
import { drawTextLine, layText, type TextBlock } from './text-strips.ts';

interface Cell {
  readonly x: number;
  readonly label: TextBlock;
  readonly value: TextBlock;
  readonly labelTag: ReturnType<Place['tag']['add']>;
  readonly valueTag: ReturnType<Place['tag']['add']>;
}

/** Most cells in a row of the summary box. */
const ACROSS = 4;
const PAD = 6;

/** The box of what a citizen looks for first: small labels over large values. */
export function drawHighlights(facts: readonly Fact[], place: Place): Strip[] {
  if (facts.length === 0) return [];
  const list = place.tag.add('L');
  const rows: Strip[] = [];
  for (let start = 0; start < facts.length; start += ACROSS) {
    const row = facts.slice(start, start + ACROSS);
    rows.push(drawRow(row, { ...place, tag: list }, start > 0));
  }
  return rows;
}

function drawRow(facts: readonly Fact[], place: Place, joined: boolean): Strip {
  const { theme } = place.kit;
  const width = place.width / facts.length;
  const cells = facts.map((fact, index) => layCell(fact, place, index, width));
  const labels = Math.max(...cells.map((cell) => cell.label.height));
  const values = Math.max(...cells.map((cell) => cell.value.height));
  const height = labels + values + PAD * 2;
  const edge = theme.accent ?? theme.frameGrey;
  return strip(
    height,
    (pen, y) => {
      pen.ground(place.x, y, place.width, height, theme.tint);
      pen.rule(place.x, y, place.x + place.width, y, joined ? theme.hair : 1.2, edge);
      pen.rule(place.x, y + height, place.x + place.width, y + height, 1.2, edge);
      cells.forEach((cell, index) => {
        const left = place.x + index * width;
        if (index > 0) pen.rule(left, y + PAD, left, y + height - PAD, theme.hair, theme.ruleGrey);
        drawBlock(pen, cell.label, cell.x, y + PAD, cell.labelTag);
        const spare = (values - cell.value.height) / 2;
        drawBlock(pen, cell.value, cell.x, y + PAD + labels + spare, cell.valueTag);
      });
    },
    { keep: joined },
  );
}

function layCell(fact: Fact, place: Place, index: number, width: number): Cell {
  const item = place.tag.add('LI');
  const { theme } = place.kit;
  const inner = width - PAD * 2;
  const value = fact.value.map((inline) => ({ ...inline, strong: true as const }));
  const natural = inlineWidth(place.kit.fonts, value, 1, SANS);
  const sizes = [theme.body * 1.2, theme.body, theme.cell];
  const size = sizes.find((each) => natural * each <= inner) ?? theme.cell;
  return {
    x: place.x + index * width + PAD,
    label: layText(place, [{ text: fact.label }], inner, {
      size: theme.small,
      leading: 1.4,
      align: 'center',
      grey: theme.quiet,
    }),
    value: layText(place, value, inner, {
      size,
      leading: 1.4,
      face: SANS,
      align: 'center',
      balance: true,
    }),
    labelTag: item.add('Lbl'),
    valueTag: item.add('LBody'),
  };
}

function drawBlock(
  pen: Parameters<Strip['draw']>[0],
  block: TextBlock,
  x: number,
  y: number,
  owner: Cell['labelTag'],
): void {
  block.lines.forEach((_, index) => {
    drawTextLine(pen, block, index, x, y + index * block.lineHeight, owner);
  });
}
