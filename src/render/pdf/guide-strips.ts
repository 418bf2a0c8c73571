import type { Guide } from '../../guide/guide.ts';
import { SANS, SERIF } from './fonts.ts';
import { drawHighlights } from './highlights.ts';
import type { Place } from './place.ts';
import { sectionsStrips } from './sections.ts';
import { keptWhole, type Strip, spaced } from './strip.ts';
import { textStrips } from './text-strips.ts';
import { words } from './words.ts';

/** A whole guide as strips: title, summary box, sections. `kind` stands above the title. */
export function guideStrips(guide: Guide, place: Place, kind: string = words.kind): Strip[] {
  return [
    ...titleStrips(guide, place, kind),
    ...spaced(drawHighlights(guide.highlights, place), place.kit.theme.blockGap),
    ...sectionsStrips(guide.sections, place),
  ];
}

function titleStrips(guide: Guide, place: Place, kindWords: string): Strip[] {
  const { kit, tag } = place;
  const { theme } = kit;
  const kind = textStrips(
    place,
    [{ text: kindWords }],
    { size: 11, leading: 1.5, face: SANS, align: 'center', grey: theme.quiet },
    tag.add('P'),
  );
  const title = textStrips(
    place,
    [{ text: guide.title }],
    { size: theme.title, leading: 1.4, face: SERIF, align: 'center', weight: 0.028, balance: true },
    tag.add('H1'),
  );
  const body = textStrips(
    place,
    [{ text: guide.department.name }],
    { size: theme.body, leading: 1.6, align: 'center' },
    tag.add('P'),
  );
  const summary = textStrips(
    place,
    guide.summary === '' ? [] : [{ text: guide.summary }],
    { size: theme.body, leading: theme.leading, indent: 2 },
    tag.add('P'),
  );
  return keptWhole([...kind, ...spaced(title, 4), ...spaced(body, 4), ...spaced(summary, 8)]);
}
