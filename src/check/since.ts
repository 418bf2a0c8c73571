import type { RuleMemory } from '../lint/rule.ts';
import type { Answer, Answers } from './answers.ts';
import type { FactTable } from './fact-table.ts';

/** An item that is other than in an earlier check, and the rows of its facts then and now. */
export interface Change {
  readonly path: string;
  readonly was: number;
  readonly is: number;
}

/** What has changed since an earlier check that had the same shared files and names of files. */
export class Since {
  readonly #answers: Answers;
  readonly #before: FactTable;
  readonly #now: FactTable;
  readonly #changes: readonly Change[];

  constructor(answers: Answers, changes: readonly Change[], before: FactTable, now: FactTable) {
    this.#answers = answers;
    this.#before = before;
    this.#now = now;
    this.#changes = changes;
  }

  /** What a comparison said, if it would say it again: it notes the same, of files as they were. */
  standing(name: string): Answer | undefined {
    const answer = this.#answers[name];
    if (answer === undefined || this.#others(name).length > 0) return undefined;
    const spoken = new Set([...answer.groups.map(([path]) => path), ...answer.allowing]);
    return this.#changes.some(({ path }) => spoken.has(path)) ? undefined : answer;
  }

  /** What a rule can go on from; undefined when it kept nothing. */
  before(name: string): RuleMemory['before'] {
    const kept = this.#answers[name]?.kept;
    if (kept === undefined) return undefined;
    const noted = this.#others(name).map(
      ({ is, was }) => [is, this.#before.list(was, name)] as const,
    );
    return { kept, noted: new Map(noted) };
  }

  /** Items of which something else is noted now. */
  #others(name: string): Change[] {
    return this.#changes.filter(({ was, is }) => {
      const before = this.#before.list(was, name);
      const now = this.#now.list(is, name);
      return before.length !== now.length || before.some((fact, at) => fact !== now[at]);
    });
  }
}
