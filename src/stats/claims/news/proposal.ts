import type { Mention, Sentence } from './sentence.ts';

/** Ways a number of a sentence may have been computed. */
export interface Proposal {
  readonly figure: Mention;
  /** Workings in the names of mentions; the first that holds is taken. */
  readonly workings: readonly string[];
  /** Whether the sentence says so plainly that none holding means a fault. */
  readonly sure: boolean;
}

/** A reader of one kind of working from a sentence. */
export type Proposer = (sentence: Sentence) => Iterable<Proposal>;
