import type { CodeBlock } from '../../../guide/guide.ts';
import { SERIF } from '../fonts.ts';
import type { Place } from '../place.ts';
import { qrOperators } from '../qr-code.ts';
import { type Strip, strip } from '../strip.ts';
import { drawTextLine, layText } from '../text-strips.ts';

/** A QR code with its caption beside it. */
export function drawCode(block: CodeBlock, place: Place): Strip[] {
  const { code: side, small } = place.kit.theme;
  const figure = place.tag.add('Figure', { alt: `${block.caption} ${block.content}` });
  const caption = place.tag.add('P');
  const gap = 12;
  const text = layText(place, [{ text: block.caption }], place.width - side - gap, {
    size: Math.max(small, place.size * 0.93),
    leading: 1.5,
    face: SERIF,
    align: 'left',
  });
  const height = Math.max(side, text.height);
  return [
    strip(height, (pen, y) => {
      pen.mark(figure);
      pen.draw(qrOperators(block.content, place.x, y + (height - side) / 2, side));
      const top = y + (height - text.height) / 2;
      text.lines.forEach((_, index) => {
        const at = top + index * text.lineHeight;
        drawTextLine(pen, text, index, place.x + side + gap, at, caption);
      });
    }),
  ];
}
