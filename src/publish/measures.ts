import type { Fact } from '../guide/guide.ts';
import type { ItemCompleteness } from '../guide/lists/site-data.ts';
import type { Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import type { Tally } from '../stats/tally.ts';

/** What one item gives to the pages that count. */
export interface Measured {
  readonly completeness: ItemCompleteness;
  readonly tally: Tally;
}

/** How a catalogue is measured, by rooms that this one does not know. */
export interface Measures {
  of(entry: Entry<Item>): Measured;
  /** The figures in words, added up from what items give. */
  figures(tallies: Iterable<Tally>): readonly Fact[];
}
