import type { Severity } from './finding.ts';
import type { Words } from './words.ts';

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
}
