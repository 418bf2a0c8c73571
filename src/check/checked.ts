import type { Crew } from '../model/crew.ts';
import type { Store } from '../model/store.ts';
import type { Findings } from './findings.ts';
import type { CheckedChunk } from './item-work.ts';

/** What a check says of a catalogue as a whole. */
export interface Checked {
  readonly findings: Findings;
  /** Files that are read as data, readable or not. */
  readonly files: number;
  /** Items that could be read. */
  readonly items: number;
  /** Places that items allow with a reason. */
  readonly allowed: number;
}

/** Hands that check items by their paths, each as an `ItemWork` does. */
export type ItemCrew = Crew<readonly string[], CheckedChunk>;

/** What a check may use beside the files; the answer is the same without. */
export interface CheckMeans {
  /** Where what an earlier check found is kept. */
  readonly store?: Store | undefined;
  /** Hands for so many items; undefined when they are too few to be worth it. */
  readonly crewFor?: ((items: number) => ItemCrew | undefined) | undefined;
}
