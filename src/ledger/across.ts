import { sharedEntries } from '../lint/entries.ts';
import type { Rule, RuleMemory } from '../lint/rule.ts';
import { loadFinding } from '../load/findings.ts';
import { checkLinks, checkUnique } from '../load/links.ts';
import { readEntry } from '../load/read.ts';
import { placeAt, type Unplaced } from '../load/unplaced.ts';
import type { Entry } from '../model/catalog.ts';
import type { Facts } from '../model/facts.ts';
import type { Files } from '../model/files.ts';
import { compareFindings, type Finding, type Span } from '../model/finding.ts';
import { CODES, LINKS } from './check-item.ts';
import type { Answer, Answers } from './check-ledger.ts';
import { groupsOf } from './findings.ts';
import { checkShared, type Inputs, targetsOf } from './inputs.ts';
import type { Since } from './since.ts';
import type { Table } from './table.ts';

/** The name of what is said of shared files. */
const SHARED = 'shared';

/** What a comparison says, as far as it has got. */
interface Saying {
  readonly findings: Finding[];
  readonly places: Record<string, Span>;
  readonly allowing: Set<string>;
  kept?: unknown;
}

/** What shows only when files are compared, and where it stands. */
export class Across {
  readonly #files: Files;
  readonly #inputs: Inputs;
  readonly #since: Since;
  readonly #shared: ReadonlyMap<string, Entry<unknown>>;
  #last: { readonly path: string; readonly entry: Entry<unknown> | undefined } | undefined;

  constructor(files: Files, inputs: Inputs, since: Since) {
    this.#files = files;
    this.#inputs = inputs;
    this.#since = since;
    const shared = sharedEntries(inputs.catalog);
    this.#shared = new Map(shared.map((entry) => [entry.path, entry]));
  }

  /** Compares all items by their facts; what is found is added to a table, what stands taken over. */
  check(facts: Facts, table: Table): Answers {
    const answers: Record<string, Answer> = {};
    for (const [name, say] of this.#comparisons(facts)) {
      answers[name] = this.#since.standing(name) ?? answerOf(say, table);
    }
    return answers;
  }

  *#comparisons(facts: Facts): Iterable<[name: string, say: (saying: Saying) => void]> {
    const { linter } = this.#inputs;
    yield [SHARED, (saying) => this.#sayShared(saying)];
    yield [LINKS, (saying) => this.#sayAll(saying, LINKS, this.#brokenLinks(facts))];
    yield [CODES, (saying) => this.#sayAll(saying, CODES, checkUnique(facts.of(CODES)))];
    for (const rule of linter.comparing) {
      yield [rule.id, (saying) => this.#sayRule(saying, rule, facts, this.#since.before(rule.id))];
    }
  }

  #sayShared({ findings }: Saying): void {
    const targets = targetsOf(this.#files, this.#inputs);
    for (const each of checkShared(this.#inputs, this.#files, targets)) findings.push(each);
  }

  *#brokenLinks(facts: Facts): Iterable<Unplaced> {
    const targets = targetsOf(this.#files, this.#inputs);
    for (const item of facts.of(LINKS)) yield* checkLinks(item, targets);
  }

  #sayAll(saying: Saying, name: string, all: Iterable<Unplaced>): void {
    for (const unplaced of all) {
      const { rule, path, pointer, message, hint } = unplaced;
      this.#say(saying, name, path, [rule, pointer], {
        at: (span) => loadFinding(rule, path, { pointer, span }, message, hint),
        in: (entry) => placeAt(unplaced, entry),
      });
    }
  }

  #sayRule(saying: Saying, rule: Rule, facts: Facts, before: RuleMemory['before']): void {
    const { catalog, linter } = this.#inputs;
    const keep = (data: unknown): void => {
      saying.kept = data;
    };
    const memory = before === undefined ? { keep } : { keep, before };
    for (const report of linter.compare(rule, facts.of(rule.id), memory)) {
      const { path = catalog.settings.path, pointer, on, range } = report;
      this.#say(saying, rule.id, path, [pointer, on, range], {
        at: (span) => linter.finding(rule, report, path, span),
        in: (entry) => linter.place(rule, report, entry),
      });
    }
  }

  /** Says something of a file; where that stands is looked up, unless it is known. */
  #say(
    { findings, places, allowing }: Saying,
    name: string,
    path: string,
    what: readonly unknown[],
    finding: { at(span: Span): Finding; in(entry: Entry<unknown>): Finding | undefined },
  ): void {
    const said = JSON.stringify([path, ...what]);
    const span = this.#since.placeOf(name, path, said);
    const entry = span === undefined ? this.#entryAt(path) : undefined;
    const found = span === undefined ? entry && finding.in(entry) : finding.at(span);
    if (found === undefined) {
      allowing.add(path);
      return;
    }
    findings.push(found);
    places[said] = found.span;
  }

  /** Items are read once more: they are not held, and few of them are spoken of. */
  #entryAt(path: string): Entry<unknown> | undefined {
    const shared = this.#shared.get(path);
    if (shared !== undefined) return shared;
    if (this.#last?.path !== path) {
      this.#last = { path, entry: readEntry(path, 'item', this.#files).entry };
    }
    return this.#last.entry;
  }
}

function answerOf(say: (saying: Saying) => void, table: Table): Answer {
  const saying: Saying = { findings: [], places: {}, allowing: new Set() };
  say(saying);
  const { findings, places, allowing, kept } = saying;
  const groups = [...groupsOf(table, findings.sort(compareFindings))];
  return { groups, places, allowing: [...allowing], ...(kept === undefined ? {} : { kept }) };
}
