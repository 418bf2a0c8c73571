import type { ChecklistBlock } from '../../../guide/guide.ts';
import { SERIF } from '../fonts.ts';
import { inset, type Place } from '../place.ts';
import { keptWhole, type Strip, spaced } from '../strip.ts';
import { drawTextLine, layText, textStrips } from '../text-strips.ts';

type Entry = ChecklistBlock['entries'][number];

/** Boxes to tick, each with what to bring in bold and the details under it. */
export function drawChecklist(block: ChecklistBlock, place: Place): Strip[] {
  const list = place.tag.add('L');
  const { paragraphGap } = place.kit.theme;
  return block.entries.flatMap((entry, index) => {
    const tag = list.add('LI');
    const strips = drawEntry(entry, { ...place, tag });
    return index === 0 ? strips : spaced(strips, paragraphGap + 1);
  });
}

function drawEntry(entry: Entry, place: Place): Strip[] {
  const { size, kit } = place;
  const box = layText(place, [{ text: '☐' }], size * 1.5, {
    size: size * 1.18,
    leading: kit.theme.leading / 1.18,
    face: SERIF,
    align: 'left',
  });
  const label = place.tag.add('Lbl');
  const body = place.tag.add('LBody');
  const inner = inset(place, size * 1.6);
  const strong = entry.title.map((inline) => ({ ...inline, strong: true as const }));
  const title = textStrips(inner, strong, { size, leading: kit.theme.leading }, body.add('P'));
  const small = { size: size * 0.92, leading: kit.theme.leading * 0.96, grey: 0 };
  const details = entry.details.flatMap((text) => textStrips(inner, text, small, body.add('P')));
  const strips = [...keptWhole(title), ...details];
  const first = strips[0];
  if (!first) return strips;
  const draw: Strip['draw'] = (pen, y) => {
    drawTextLine(pen, box, 0, place.x, y, label);
    first.draw(pen, y);
  };
  const whole = [{ ...first, draw }, ...strips.slice(1)];
  return whole.length > 6 ? whole : keptWhole(whole);
}
