import type { HeadingBlock } from '../../../guide/guide.ts';
import { SANS } from '../fonts.ts';
import type { Place } from '../place.ts';
import { keptWhole, keptWithNext, type Strip } from '../strip.ts';
import { textStrips } from '../text-strips.ts';

/** A heading below the section's own; never the last thing on a page. */
export function drawHeading(block: HeadingBlock, place: Place): Strip[] {
  const size = place.size * (block.level === 3 ? 1.06 : 1);
  const tag = place.tag.add(block.level === 3 ? 'H3' : 'H4');
  const style = { size, leading: 1.5, face: SANS, align: 'left' } as const;
  return keptWithNext(keptWhole(textStrips(place, [{ text: block.text }], style, tag)));
}
