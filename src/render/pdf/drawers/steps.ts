import type { Fact, Inline, StepsBlock } from '../../../guide/guide.ts';
import { SANS, SERIF } from '../fonts.ts';
import { inset, type Place } from '../place.ts';
import { ringOperators } from '../qr-code.ts';
import { inlineWidth } from '../set-text.ts';
import { type Frame, framed, keptWhole, keptWithNext, type Strip, spaced } from '../strip.ts';
import { drawTextLine, layText, textStrips } from '../text-strips.ts';
import { words } from '../words.ts';

type Step = StepsBlock['steps'][number];

/** The flow from top to bottom: numbered rings on a line, each with its step beside it. */
export function drawSteps(block: StepsBlock, place: Place): Strip[] {
  const list = place.tag.add('L', { numbering: 'Decimal' });
  const last = block.steps.length - 1;
  const strips = block.steps.flatMap((step, index) => {
    const drawn = drawStep(step, index, { ...place, tag: list.add('LI') });
    return framed(drawn, thread(place, index < last));
  });
  if (block.total === undefined) return strips;
  const style = { size: place.size * 0.95, leading: 1.5, face: SANS, align: 'left' } as const;
  const total = textStrips(place, [{ text: block.total }], style, place.tag.add('P'));
  return [...keptWithNext(strips), ...spaced(keptWhole(total), 5)];
}

function ringRadius(place: Place): number {
  return place.size * 0.72;
}

/** The line that runs down from a step's ring to the next. */
function thread(place: Place, runs: boolean): Frame {
  const x = place.x + ringRadius(place);
  const { ruleGrey } = place.kit.theme;
  return {
    pad: 2.5,
    draw: (pen, top, bottom) => {
      if (runs) pen.rule(x, top + place.size * 0.8, x, bottom + place.size, 0.8, ruleGrey);
    },
  };
}

function drawStep(step: Step, index: number, place: Place): Strip[] {
  const { size, kit } = place;
  const label = place.tag.add('Lbl');
  const tag = place.tag.add('LBody');
  const inner = { ...inset(place, ringRadius(place) * 2 + size * 0.7), tag, indent: 0 };
  const head = { size, leading: kit.theme.leading, face: SANS, align: 'left' } as const;
  const name = keptWhole(textStrips(inner, [{ text: step.name }], head, tag.add('P')));
  const lines = { size: size * 0.95, leading: kit.theme.leading } as const;
  const facts = factLines(step.facts, inner, lines.size).flatMap((line) =>
    keptWhole(textStrips(inner, line, lines, tag.add('P'))),
  );
  const more = kit.layBlocks(step.blocks, { ...inner, size: size * 0.95 });
  const titled = facts.length + more.length > 0 ? keptWithNext(name) : name;
  const strips = [...titled, ...facts, ...spaced(more, 1)];
  const first = strips[0];
  if (!first) return strips;
  const draw: Strip['draw'] = (pen, y) => {
    drawRing(pen, y + first.height / 2);
    first.draw(pen, y);
  };
  const number = layText(place, [{ text: String(index + 1) }], ringRadius(place) * 2, {
    size: size * 0.82,
    leading: 1,
    face: SANS,
    align: 'center',
  });
  const drawRing = (pen: Parameters<Strip['draw']>[0], middle: number) => {
    const radius = ringRadius(place);
    pen.mark('artifact');
    pen.draw(ringOperators(place.x + radius, middle, radius, 0.9));
    drawTextLine(pen, number, 0, place.x, middle - size * 0.455, label);
  };
  return [{ ...first, draw }, ...strips.slice(1)];
}

/** Facts of a step, label, colon and value, as many to a line as fit whole. */
function factLines(facts: readonly Fact[], place: Place, size: number): Inline[][] {
  const lines: Inline[][] = [];
  let room = 0;
  for (const fact of facts) {
    const text: Inline[] = [{ text: `${fact.label}${words.colon}` }, ...fact.value];
    const width = inlineWidth(place.kit.fonts, text, size, SERIF) + size;
    const line = lines.at(-1);
    if (line && width <= room) line.push({ text: '\u3000' }, ...text);
    else {
      lines.push(text);
      room = place.width + size;
    }
    room -= width;
  }
  return lines;
}
