import type { Fact } from '../guide.ts';

/** What other rooms measured and the site shows; guide/ words it, it does not compute it. */
export interface SiteData {
  /** Figures of the statistics page, in final words. */
  readonly figures: readonly Fact[];
  readonly changes: readonly SiteChange[];
}

/** How many elements (要素) of an item are filled. */
export interface ItemCompleteness {
  readonly filled: number;
  readonly applicable: number;
  /** Labels of what is missing. */
  readonly missing: readonly string[];
}

/** One change of the catalogue, as the changes page and the feed tell it. */
export interface SiteChange {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Id of the item; absent when it is gone. */
  readonly item?: string;
  readonly title: string;
  readonly words: string;
}

/** A site about which nothing was measured. */
export const NO_DATA: SiteData = { figures: [], changes: [] };
