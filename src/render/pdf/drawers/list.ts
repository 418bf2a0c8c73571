import type { ListBlock } from '../../../guide/guide.ts';
import { SANS, SERIF } from '../fonts.ts';
import { inset, type Place } from '../place.ts';
import { stringWidth } from '../set-text.ts';
import { type Strip, spaced } from '../strip.ts';
import type { Tag } from '../structure.ts';
import { drawTextLine, layText } from '../text-strips.ts';

const BULLET = '•';

/** Items with a hanging bullet or number. */
export function drawList(block: ListBlock, place: Place): Strip[] {
  const { kit, size } = place;
  const first = block.start ?? 1;
  const marks = block.items.map((_, index) => (block.ordered ? `${index + first}.` : BULLET));
  const widest = Math.max(...marks.map((mark) => stringWidth(kit.fonts, mark, size, SERIF)), size);
  const start = place.indent > 0 ? size : 0;
  const hang = start + widest + size * (block.ordered ? 0.45 : 0.15);
  const list = place.tag.add('L', { numbering: block.ordered ? 'Decimal' : 'Disc' });
  return block.items.flatMap((blocks, index) => {
    const item = list.add('LI');
    const label = item.add('Lbl');
    const body = { ...inset(place, hang), indent: 0, tag: item.add('LBody') };
    const strips = kit.layBlocks(blocks, body);
    const marked = withMark(strips, marks[index] ?? '', label, place, start, widest);
    return index === 0 ? marked : spaced(marked, kit.theme.paragraphGap);
  });
}

/** Hangs a mark, right-aligned in its column, beside the first line of the strips. */
function withMark(
  strips: Strip[],
  mark: string,
  label: Tag,
  place: Place,
  start: number,
  width: number,
): Strip[] {
  const first = strips[0];
  if (!first) return strips;
  const { leading } = place.kit.theme;
  const block = layText(place, [{ text: mark }], width, {
    size: place.size,
    leading,
    face: mark === BULLET ? SANS : SERIF,
    align: 'right',
  });
  const draw: Strip['draw'] = (pen, y) => {
    drawTextLine(pen, block, 0, place.x + start, y, label);
    first.draw(pen, y);
  };
  return [{ ...first, draw }, ...strips.slice(1)];
}
