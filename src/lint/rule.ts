import type { Catalog, Entry } from '../model/catalog.ts';
import type { AllFacts } from '../model/facts.ts';
import type { Severity } from '../model/finding.ts';
import type { RuleDoc } from '../model/rule-doc.ts';
import type { Item } from '../model/schema.gen.ts';
import type { Words } from '../model/words.ts';
import type { ProfileId } from './completeness/profiles.ts';

/** What a rule says; the runner adds rule, severity and place. */
export interface Report {
  /** File, when it is not the item under test. */
  readonly path?: string;
  /** JSON pointer with canonical keys. */
  readonly pointer: string;
  /** Whether to point at the key or (usual) at the value. */
  readonly on?: 'key' | 'value';
  /** Characters [start, end) inside a scalar value. */
  readonly range?: readonly [number, number];
  readonly message: Words;
  readonly hint?: Words;
  /** Overrides the rule's citation. */
  readonly citation?: string;
  /** Overrides the rule's severity (never above what the catalogue's settings say). */
  readonly severity?: Severity;
}

/** What a rule may know of the world: the catalogue without its items, the day of the check. */
export interface LintContext {
  readonly catalog: Catalog;
  /** Today as YYYY-MM-DD, passed in. */
  readonly today: string;
  /** Standards of completeness to hold the items to, instead of those of the settings. */
  readonly profiles?: readonly ProfileId[];
  /** Ids of all rules there are, also of those asked elsewhere; for checking the settings. */
  readonly ruleIds?: ReadonlySet<string>;
}

/** What a rule that compares items remembers, to go on from when few have changed. */
export interface RuleMemory {
  /** Of the last check, when items were those of now; absent when there is nothing to go on from. */
  readonly before?: {
    /** As plain JSON. */
    readonly kept: unknown;
    /** What it had noted of items of which it notes something else now, by their places. */
    readonly noted: ReadonlyMap<number, readonly string[]>;
  };
  /** Keeps plain JSON for the next check. */
  keep?(data: unknown): void;
}

/**
 * One rule a file. `bad` and `good` are YAML merge patches (RFC 7396) over a sound sample item;
 * a key `files` holds patches for other files by path. `bad` gives exactly this id, `good` nothing.
 */
export interface Rule extends RuleDoc {
  /** A fault also where its article does not bind: a sheet cannot be made, two values disagree. */
  readonly standsAlone?: true;
  /**
   * Asked about every file that was read, of whatever kind, or, where the rule has `item` too, about
   * every file that is no item; sees no items beside it.
   */
  file?(entry: Entry<unknown>, context: LintContext): Iterable<Report>;
  /** Asked about every item; sees departments, halls, bundles and laws, but no other items. */
  item?(item: Entry<Item>, context: LintContext): Iterable<Report>;
  /**
   * Texts of which an item has to have one for `item` to say anything: JSON pointers with 0 for
   * every position in a list, and `=` before what the text is where that matters. Most items are
   * not asked about so.
   */
  readonly when?: readonly string[];
  /** What `catalog` has to know of an item: few and short, since they are kept for all items. */
  facts?(item: Entry<Item>, context: LintContext): Iterable<string>;
  /**
   * Asked once, for what shows only when files are compared; sees of items what `facts` noted. Not
   * asked again while neither that nor the context is other.
   */
  catalog?(context: LintContext, facts: AllFacts, memory?: RuleMemory): Iterable<Report>;
}
