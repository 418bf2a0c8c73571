import { SERIF } from '../pdf/fonts.ts';
import { inset, type Place } from '../pdf/place.ts';
import { stringWidth } from '../pdf/set-text.ts';
import { keptWhole, type Strip, spaced } from '../pdf/strip.ts';
import { textStrips } from '../pdf/text-strips.ts';

/** Issuer and date at the right, one centred below the other, with room for the seal over them. */
export function sealStrips(lines: readonly string[], place: Place): Strip[] {
  if (lines.length === 0) return [];
  const { size, kit } = place;
  const widths = lines.map((line) => stringWidth(kit.fonts, line, size, SERIF));
  const width = Math.min(place.width, Math.max(...widths) + 1);
  const right = Math.min(size * 2, place.width - width);
  const column = inset(place, place.width - width - right, right);
  const style = { size, leading: 1.9, align: 'center' } as const;
  const strips = lines.flatMap((text) => textStrips(column, [{ text }], style, place.tag.add('P')));
  return spaced(keptWhole(strips), size * 2.2);
}
