import type { Section } from '../../guide/guide.ts';
import { SANS } from './fonts.ts';
import type { Place } from './place.ts';
import { keptWhole, keptWithNext, type Strip, spaced } from './strip.ts';
import { textStrips } from './text-strips.ts';
import { sectionNumber } from './words.ts';

/** Sections one below the other; those with a heading are numbered. */
export function sectionsStrips(sections: readonly Section[], place: Place): Strip[] {
  const titled = sections.filter((section) => section.heading !== '');
  return sections.flatMap((section) => {
    if (section.heading !== '') return sectionStrips(section, titled.indexOf(section), place);
    const tag = place.tag.add('Sect');
    const blocks = place.kit.layBlocks(section.blocks, { ...place, tag });
    return spaced(blocks, place.kit.theme.blockGap * 1.5);
  });
}

/** A section under its numbered heading, which a bookmark leads to. */
export function sectionStrips(section: Section, index: number, place: Place): Strip[] {
  const { theme } = place.kit;
  const tag = place.tag.add('Sect');
  const text = `${theme.unnumbered ? '' : sectionNumber(index)}${section.heading}`;
  const heading = textStrips(
    place,
    [{ text }],
    { size: theme.heading, leading: 1.5, face: SANS, align: 'left' },
    tag.add('H2'),
  ).map((strip, line) => (line === 0 ? { ...strip, bookmark: text } : strip));
  const blocks = place.kit.layBlocks(section.blocks, { ...place, tag });
  const head = keptWithNext(keptWhole(heading));
  return spaced([...head, ...spaced(blocks, theme.paragraphGap + 1)], theme.sectionGap);
}
