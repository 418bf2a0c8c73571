import type { Span } from '../model/finding.ts';
import type { Rows } from './finding-table.ts';
import type { Group } from './findings.ts';

/** What came of comparing files in one way. */
export interface Answer {
  /** Where its findings are, which are no item's own. */
  readonly groups: readonly Group[];
  /** Where something was found: what was said and the place. */
  readonly places: Readonly<Record<string, Span>>;
  /** Files of which something was said that they allow. */
  readonly allowing: readonly string[];
  /** What a rule remembers. */
  readonly kept?: unknown;
}

/** By the name of the rule or of what else compares; what the first says of a place comes first. */
export type Answers = Readonly<Record<string, Answer>>;

/** The groups of all answers, in order. */
export function allGroups(answers: Answers): Group[] {
  return Object.values(answers).flatMap(({ groups }) => groups);
}

/** An answer whose findings are elsewhere in a table. */
export function movedAnswer(answer: Answer, moved: (rows: Rows) => Rows): Answer {
  return { ...answer, groups: answer.groups.map(([path, rows]): Group => [path, moved(rows)]) };
}
