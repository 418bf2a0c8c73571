import type { CodeBlock } from '../../guide/guide.ts';
import type { Place } from '../pdf/place.ts';
import { qrOperators } from '../pdf/qr-code.ts';
import { type Strip, strip } from '../pdf/strip.ts';
import { textStrips } from '../pdf/text-strips.ts';

/** A QR code in the middle of its column with the caption below it. */
export function coverCode(code: CodeBlock | undefined, place: Place, space = 28): Strip[] {
  if (code === undefined) return [];
  const { code: side, small } = place.kit.theme;
  const figure = place.tag.add('Figure', { alt: `${code.caption} ${code.content}` });
  const picture = strip(
    side,
    (pen, y) => {
      pen.mark(figure);
      pen.draw(qrOperators(code.content, place.x + (place.width - side) / 2, y, side));
    },
    { space, keep: true },
  );
  const style = { size: small, leading: 1.7, align: 'center' } as const;
  const caption = textStrips(place, [{ text: code.caption }], style, place.tag.add('P'));
  return [picture, ...caption];
}
