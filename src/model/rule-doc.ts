import type { Severity } from './finding.ts';
import type { Words } from './words.ts';

/** An article that a rule rests on in some place, with the sentence relied on. */
export interface Reliance {
  /** As `jurisdiction` of the settings. */
  readonly place: string;
  readonly citation: string;
  readonly words: string;
  /** It forbids, or it asks to be concrete. */
  readonly force: 'ban' | 'duty';
  /** Kinds of texts it speaks of. */
  readonly fields: readonly string[];
  /** Types of items it speaks of; absent: all. */
  readonly types?: readonly string[];
  /** Who answers for it is said there. */
  readonly liability?: string;
}

/** Something that a rule lets pass, beside something like it that it does not. */
export interface Passing {
  readonly what: Words;
  readonly text: string;
  readonly unlike: string;
  /** The kind of text in which both stand; absent: a condition. */
  readonly field?: string;
}

/** What can be said of a rule without running it: for `explain`, references and SARIF. */
export interface RuleDoc {
  readonly id: string;
  readonly severity: Severity;
  readonly title: Words;
  readonly why: Words;
  /** YAML that gives a finding of this rule. */
  readonly bad: string;
  /** YAML that does not. */
  readonly good: string;
  /** Document and article the rule rests on. */
  readonly citation?: string;
  /** Where the article depends on place and field. */
  readonly reliances?: readonly Reliance[];
  /** What it lets pass, where that is not plain from its examples. */
  readonly passes?: readonly Passing[];
}
