import type { Catalog, Entry } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import type { Source } from '../../model/source.ts';
import { valueAt } from '../../model/texts.ts';
import type { Words } from '../../model/words.ts';
import { type Gap, measureCompleteness } from './measure.ts';
import { PROFILES, type Profile, type ProfileId } from './profiles.ts';

/** An element that is missing: where, and which standards want it. */
export interface Missing {
  readonly gaps: Map<string, Gap>;
  readonly profiles: Set<Profile>;
}

/** What standards want and no rule of its own tells, by element: the rows of a list together. */
export function missingElements(
  { value: item, source }: Entry<Item>,
  catalog: Catalog,
  profiles: readonly ProfileId[],
): Map<Words, Missing> {
  const missing = new Map<Words, Missing>();
  for (const id of profiles) {
    for (const gap of measureCompleteness(item, catalog, id).gaps) {
      if (gap.rule !== 'incomplete-element' || gap.written) continue;
      if (isToldElsewhere(item, source, gap.pointer)) continue;
      const known = missing.get(gap.element) ?? { gaps: new Map(), profiles: new Set() };
      known.gaps.set(gap.pointer, gap);
      known.profiles.add(PROFILES[id]);
      missing.set(gap.element, known);
    }
  }
  return missing;
}

/**
 * Whether a gap has a finding of its own already: a required key that is missing, or what is there
 * and could not be read.
 */
export function isToldElsewhere(item: Item, source: Source, pointer: string): boolean {
  const value = valueAt(item, pointer);
  return source.holds(pointer) ? value === undefined : value === '';
}
