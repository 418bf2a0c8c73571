import type { ParagraphBlock } from '../../../guide/guide.ts';
import type { Place } from '../place.ts';
import type { Strip } from '../strip.ts';
import { bodyStyle, textStrips } from '../text-strips.ts';

/** Running text, justified, its first line indented as the place says. */
export function drawParagraph(block: ParagraphBlock, place: Place): Strip[] {
  return textStrips(place, block.text, bodyStyle(place), place.tag.add('P'));
}
