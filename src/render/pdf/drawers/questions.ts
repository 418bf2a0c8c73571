import type { QuestionsBlock } from '../../../guide/guide.ts';
import { SANS } from '../fonts.ts';
import type { Place } from '../place.ts';
import { keptWhole, keptWithNext, type Strip, spaced } from '../strip.ts';
import { textStrips } from '../text-strips.ts';

/** Questions in bold, each with its answer below it. */
export function drawQuestions(block: QuestionsBlock, place: Place): Strip[] {
  const { theme } = place.kit;
  return block.entries.flatMap((entry, index) => {
    const tag = place.tag.add('Sect');
    const style = { size: place.size, leading: 1.5, face: SANS, align: 'left' } as const;
    const question = textStrips(place, [{ text: entry.question }], style, tag.add('P'));
    const answer = place.kit.layBlocks(entry.answer, { ...place, tag });
    const asked = keptWithNext(keptWhole(question));
    const strips = [...asked, ...spaced(answer, 1)];
    return index === 0 ? strips : spaced(strips, theme.blockGap);
  });
}
