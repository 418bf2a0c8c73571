import { allPages } from './all.ts';
import { bundlePages } from './bundle-pages.ts';
import { changesPages, type DatedChange } from './changes.ts';
import { classPages } from './classes.ts';
import { completenessPages } from './completeness.ts';
import { featurePages } from './features.ts';
import { hallPages } from './hall-pages.ts';
import type { Listing } from './listing.ts';
import { phonePages } from './phones.ts';
import type { ListPlan } from './plan.ts';
import { proofPages } from './proofs.ts';
import type { SiteData } from './site-data.ts';
import { notFoundPage, siteMapPages } from './site-map.ts';
import { statisticsPage } from './statistics.ts';

/** Every page of a site that is neither an item's nor the front page. */
export function listPages(
  listing: Listing,
  data: SiteData,
  changes: readonly DatedChange[],
): ListPlan[] {
  const pages = [
    ...allPages(listing),
    ...classPages(listing),
    ...featurePages(listing),
    ...proofPages(listing),
    ...bundlePages(listing, data.outputs),
    ...hallPages(listing),
    ...phonePages(listing),
    statisticsPage(listing, data),
    ...completenessPages(listing),
    ...changesPages(listing, changes),
  ];
  return [...pages, ...siteMapPages(listing, pages), notFoundPage(listing)];
}
