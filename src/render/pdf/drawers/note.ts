import type { NoteBlock } from '../../../guide/guide.ts';
import { inset, type Place } from '../place.ts';
import { type Frame, framed, type Strip } from '../strip.ts';

/** A box on a light ground; a warning has a heavy black bar, so that a copy shows it too. */
export function drawNote(block: NoteBlock, place: Place): Strip[] {
  const { x, width } = place;
  const { tint, ruleGrey } = place.kit.theme;
  const warning = block.tone === 'warning';
  const bar = warning ? 3 : 1.5;
  const frame: Frame = {
    pad: 5,
    draw: (pen, top, bottom) => {
      pen.ground(x, top, width, bottom - top, tint);
      pen.ground(x, top, bar, bottom - top, warning ? 0 : ruleGrey);
    },
  };
  const inner = { ...inset(place, 11, 8), indent: 0, tag: place.tag.add('Note') };
  return framed(place.kit.layBlocks(block.blocks, inner), frame);
}
