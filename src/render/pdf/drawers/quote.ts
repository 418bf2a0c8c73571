import type { QuoteBlock } from '../../../guide/guide.ts';
import { SANS } from '../fonts.ts';
import { inset, type Place } from '../place.ts';
import { type Frame, framed, keptWhole, keptWithNext, type Strip, spaced } from '../strip.ts';
import { textStrips } from '../text-strips.ts';

/** Words of a law: what is cited above, the words smaller and indented beside a thin rule. */
export function drawQuote(block: QuoteBlock, place: Place): Strip[] {
  const { theme } = place.kit;
  const size = place.size * 0.93;
  const x = place.x + size * 0.6;
  const frame: Frame = {
    pad: 1,
    draw: (pen, top, bottom) => pen.rule(x, top, x, bottom, 0.8, theme.ruleGrey),
  };
  const tag = place.tag.add('BlockQuote');
  const inner = { ...inset(place, size * 1.5, size * 0.5), size, tag };
  const style = { size, leading: 1.5, face: SANS, align: 'left' } as const;
  const cite =
    block.cite.length === 0 ? [] : keptWhole(textStrips(inner, block.cite, style, tag.add('P')));
  const words = place.kit.layBlocks(block.blocks, { ...inner, indent: 2 });
  if (words.length === 0) return framed(cite, frame);
  return framed([...keptWithNext(cite), ...spaced(words, 1)], frame);
}
