import type { RuleMemory } from '../lint/rule.ts';
import type { Span } from '../model/finding.ts';
import type { Answer, Answers } from './check-ledger.ts';
import type { Table, TextList } from './table.ts';

/** An item that is other than it was: rows of its facts then and now, its place among all items. */
export interface Change {
  readonly path: string;
  readonly was: number;
  readonly is: number;
  readonly place: number;
}

/** What the last check knows, among the same shared files. */
export interface Known {
  readonly answers: Answers;
  readonly facts: Table;
  /** Names of facts, in the order of their lists. */
  readonly names: readonly string[];
  /** Items that are other; undefined when files came or went, so that all are compared anew. */
  readonly changes: readonly Change[] | undefined;
  /** Whether a file is as it was. */
  isSame(path: string): boolean;
}

/** What has changed since the last check, so far as comparing items goes; nothing is known without. */
export class Since {
  readonly #known: Known | undefined;

  constructor(known: Known | undefined) {
    this.#known = known;
  }

  /** What a comparison said, if it would say it again: it notes the same, of files as they were. */
  standing(name: string): Answer | undefined {
    const { answers = {}, changes } = this.#known ?? {};
    const answer = answers[name];
    if (answer === undefined || changes === undefined) return undefined;
    if (this.#others(name).length > 0) return undefined;
    const spoken = new Set([...answer.groups.map(([path]) => path), ...answer.allowing]);
    return changes.some(({ path }) => spoken.has(path)) ? undefined : answer;
  }

  /** What a rule can go on from; undefined when it kept nothing. */
  before(name: string): RuleMemory['before'] {
    const { answers = {}, changes, facts, names = [] } = this.#known ?? {};
    const kept = answers[name]?.kept;
    if (kept === undefined || changes === undefined || facts === undefined) return undefined;
    const noted = this.#others(name).map(({ place, was }) => {
      return [place, facts.lists(was)[names.indexOf(name)] ?? []] as const;
    });
    return { kept, noted: new Map(noted) };
  }

  /** Where something that a comparison said of a file stood, if the file is the same. */
  placeOf(name: string, path: string, said: string): Span | undefined {
    return this.#known?.isSame(path) ? this.#known.answers[name]?.places[said] : undefined;
  }

  /** Items of which something else is noted now. */
  #others(name: string): readonly Change[] {
    const { changes = [], facts, names = [] } = this.#known ?? {};
    const which = names.indexOf(name);
    if (which === -1 || facts === undefined) return [];
    return changes.filter(
      ({ was, is }) => !sameTexts(facts.list(was, which), facts.list(is, which)),
    );
  }
}

function sameTexts(before: TextList, now: TextList): boolean {
  if (before.count !== now.count) return false;
  for (let at = 0; at < now.count; at += 1) if (before.at(at) !== now.at(at)) return false;
  return true;
}
