import type { ChecklistBlock, Inline } from '../../../guide/guide.ts';
import { SERIF } from '../fonts.ts';
import { inset, type Place } from '../place.ts';
import { keptWhole, type Strip, spaced } from '../strip.ts';
import type { Tag } from '../structure.ts';
import { drawTextLine, layText, type TextBlock, textStrips } from '../text-strips.ts';

type Entry = ChecklistBlock['entries'][number];

/** Longest entry, in lines, that is held together on one page. */
const WHOLE = 6;

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
  const box = tickBox(place);
  const label = place.tag.add('Lbl');
  const body = place.tag.add('LBody');
  const inner = inset(place, place.size * 1.6);
  const strips = place.kit.theme.dense
    ? denseEntry(entry, inner, body)
    : openEntry(entry, inner, body);
  const first = strips[0];
  if (!first) return strips;
  const draw: Strip['draw'] = (pen, y) => {
    drawTextLine(pen, box, 0, place.x, y, label);
    first.draw(pen, y);
  };
  const whole = [{ ...first, draw }, ...strips.slice(1)];
  return whole.length > WHOLE ? whole : keptWhole(whole);
}

function tickBox(place: Place): TextBlock {
  const size = place.size * 1.18;
  const leading = place.kit.theme.leading / 1.18;
  const style = { size, leading, face: SERIF, align: 'left' } as const;
  return layText(place, [{ text: '☐' }], place.size * 1.5, style);
}

/** The title on lines of its own, each detail below it. */
function openEntry(entry: Entry, place: Place, body: Tag): Strip[] {
  const { size, kit } = place;
  const { leading } = kit.theme;
  const title = textStrips(place, strong(entry.title), { size, leading }, body.add('P'));
  const small = { size: size * 0.92, leading: leading * 0.96 };
  const details = entry.details.flatMap((text) => textStrips(place, text, small, body.add('P')));
  return [...keptWhole(title), ...details];
}

/** Title and details in one paragraph. */
function denseEntry(entry: Entry, place: Place, body: Tag): Strip[] {
  const details = entry.details.flatMap((text): Inline[] => [{ text: '\u3000' }, ...text]);
  const { size, kit } = place;
  const style = { size, leading: kit.theme.leading };
  return textStrips(place, [...strong(entry.title), ...details], style, body.add('P'));
}

function strong(text: readonly Inline[]): Inline[] {
  return text.map((inline) => ({ ...inline, strong: true as const }));
}
