import { measureCompleteness } from '../lint/completeness/measure.ts';
import { PROFILE_IDS, PROFILES } from '../lint/completeness/profiles.ts';
import type { Catalog } from '../model/catalog.ts';
import type { ElementStandard } from '../stats/figures/completeness.ts';

/** Every standard of completeness, able to count the elements of an item of this catalogue. */
export function standardsFor(catalog: Catalog): readonly ElementStandard[] {
  return PROFILE_IDS.map((id) => ({
    id,
    title: PROFILES[id].title,
    citation: PROFILES[id].citation,
    measure: ({ value }) => measureCompleteness(value, catalog, id),
  }));
}
