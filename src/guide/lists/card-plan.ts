import type { Card } from './card.ts';
import type { ListDraft } from './list-page.ts';
import { entryOf, type Listing, lineOf } from './listing.ts';
import { LINES, type ListPlan, type PlanGroup, planGroups } from './plan.ts';

const LONG = 120;

/** A list of items in groups; in a long one each item is a line without its sentence. */
export function planCards(
  listing: Listing,
  draft: ListDraft,
  groups: readonly PlanGroup<Card>[],
): ListPlan[] {
  const total = groups.reduce((sum, { units }) => sum + units.length, 0);
  const entry = total > LONG ? lineOf : entryOf;
  return planGroups(listing.catalog, draft, { groups, per: LINES }, (parts) => ({
    groups: parts.map(({ id, heading, units }) => ({
      id,
      heading,
      entries: units.map((card) => entry(card, listing)),
    })),
  }));
}
