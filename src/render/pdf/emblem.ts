import type { Place } from './place.ts';
import type { Strip } from './strip.ts';
import { words } from './words.ts';

/** Height of an emblem beside a title, in pt. */
const HEIGHT = 42;

/** Width of the theme's emblem at a place, in pt; 0 when it has none. */
export function emblemWidth({ kit, width }: Place): number {
  const { emblem } = kit.theme;
  return emblem === undefined ? 0 : Math.min((HEIGHT * emblem.width) / emblem.height, width / 4);
}

/** The strips with the theme's emblem at their left, level with the first one's upper edge. */
export function withEmblem(strips: readonly Strip[], place: Place): Strip[] {
  const { emblem } = place.kit.theme;
  const [first, ...others] = strips;
  if (emblem === undefined || first === undefined) return [...strips];
  const figure = place.tag.add('Figure', { alt: words.emblem });
  const width = emblemWidth(place);
  const height = (width * emblem.height) / emblem.width;
  const draw: Strip['draw'] = (pen, y) => {
    first.draw(pen, y);
    pen.mark(figure);
    pen.picture(emblem, place.x, y, width, height);
  };
  return [{ ...first, draw }, ...others];
}
