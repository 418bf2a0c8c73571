import type { FieldChange } from '../../model/change.ts';
import type { Fact } from '../guide.ts';

/** What other rooms measured and the site shows; guide/ words it, it does not compute it. */
export interface SiteData {
  /** Figures of the statistics page, in final words. */
  readonly figures: readonly Fact[];
  /** What changed between revisions of the catalogue; empty where that is not known. */
  readonly changes: readonly SiteChange[];
  /** Names of the outputs that are made, where that is known: pages link to their files. */
  readonly outputs?: readonly string[];
}

/** How many elements (要素) of an item are filled. */
export interface ItemCompleteness {
  readonly filled: number;
  readonly applicable: number;
  /** Labels of what is missing. */
  readonly missing: readonly string[];
}

/** Files of a catalogue whose changes are published. */
export type ChangedKind = 'item' | 'hall' | 'bundle';

/** One file of the catalogue that came, went or was changed on a day. */
export interface SiteChange {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly kind: ChangedKind;
  readonly id: string;
  readonly title: string;
  readonly event: '新增' | '变更' | '取消' | '施行';
  /** What differs; empty unless something was changed. */
  readonly fields: readonly FieldChange[];
  /** The day from which it holds (实施日期). */
  readonly effective?: string;
  readonly version?: string;
}

/** A site about which nothing was measured. */
export const NO_DATA: SiteData = { figures: [], changes: [] };
