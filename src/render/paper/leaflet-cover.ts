import type { Leaflet } from '../../guide/paper/leaflet.ts';
import { SANS, SERIF } from '../pdf/fonts.ts';
import type { Place } from '../pdf/place.ts';
import { keptWhole, type Strip, spaced, strip } from '../pdf/strip.ts';
import { textStrips } from '../pdf/text-strips.ts';
import { coverCode } from './cover-code.ts';

/** The cover; `scale` makes title and blanks smaller where much is to be said. */
export function coverStrips(leaflet: Leaflet, place: Place, scale: number): Strip[] {
  const { theme } = place.kit;
  const { tag } = place;
  const title = theme.title * (0.4 + 0.6 * scale);
  const line = (
    text: string,
    size: number,
    more: Partial<Parameters<typeof textStrips>[2]>,
    name: 'H1' | 'P' = 'P',
  ): Strip[] =>
    keptWhole(
      textStrips(
        place,
        text === '' ? [] : [{ text }],
        { size, leading: 1.45, align: 'center', balance: true, ...more },
        tag.add(name),
      ),
    );
  const facts = leaflet.highlights.flatMap((fact) => [
    ...spaced(line(fact.label, theme.small, { grey: theme.quiet }), 9 * scale),
    ...keptWhole(
      textStrips(
        place,
        fact.value,
        { size: theme.body * 1.35, leading: 1.3, align: 'center', face: SANS, balance: true },
        tag.add('P'),
      ),
    ),
  ]);
  const band = strip(10, (pen, y) => {
    const ink = theme.accent ?? theme.frameGrey;
    pen.ground(place.x, y, place.width, 5, ink);
    pen.ground(place.x, y + 6.5, place.width, 1, ink);
  });
  return [
    band,
    ...spaced(line(leaflet.department, theme.body * 1.1, {}), 26 * scale),
    ...spaced(line(leaflet.title, title, { face: SERIF, weight: 0.028 }, 'H1'), 52 * scale),
    ...spaced(line(leaflet.kind, theme.body * 1.2, { face: SANS, grey: theme.quiet }), 6),
    ...spaced(line(leaflet.summary, theme.body, { leading: 1.3 + 0.4 * scale }), 26 * scale),
    ...spaced(facts, 26 * scale),
    ...coverCode(leaflet.code, place, 28 * scale),
  ];
}
