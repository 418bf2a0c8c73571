import type { Catalog, Entry } from '../model/catalog.ts';
import type { AllFacts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import type { Item } from '../model/schema.gen.ts';
import { isAllowed, toFinding } from './report.ts';
import type { LintContext, Report, Rule, RuleMemory } from './rule.ts';
import { Wanted } from './wanted.ts';

/** The rules in force for one catalogue, ready to be asked about its files one by one. */
export class Linter {
  /** What rules see: without items, so that no answer depends on other items. */
  readonly #context: LintContext;
  readonly #levels: NonNullable<Catalog['settings']['value']['rules']>;
  /** Asked about items as about any file, and those asked about all other files. */
  readonly #ofFiles: readonly Rule[];
  readonly #ofOthers: readonly Rule[];
  readonly #ofItems: readonly Rule[];
  readonly #wanted: Wanted;
  readonly #noting: readonly Rule[];
  /** Those that say what shows only when files are compared. */
  readonly comparing: readonly Rule[];

  constructor(rules: readonly Rule[], context: LintContext) {
    const { catalog } = context;
    const ruleIds = new Set([...(context.ruleIds ?? []), ...rules.map((rule) => rule.id)]);
    this.#context = { ...context, ruleIds, catalog: withoutItems(catalog) };
    this.#levels = catalog.settings.value.rules ?? {};
    const asked = rules.filter((rule) => this.#levels[rule.id] !== 'off');
    this.#ofOthers = asked.filter((rule) => rule.file !== undefined);
    this.#ofFiles = this.#ofOthers.filter((rule) => rule.item === undefined);
    this.#ofItems = asked.filter((rule) => rule.item !== undefined);
    this.#wanted = new Wanted(this.#ofItems);
    this.#noting = asked.filter((rule) => rule.facts !== undefined);
    this.comparing = asked.filter((rule) => rule.catalog !== undefined);
  }

  /** What is wrong in one file, whatever the items beside it say. */
  file(entry: Entry<unknown>): Finding[] {
    const findings: Finding[] = [];
    const isItem = kindOfPath(entry.path) === 'item';
    for (const rule of isItem ? this.#ofFiles : this.#ofOthers) {
      this.#add(findings, rule, rule.file?.(entry, this.#context), entry);
    }
    if (!isItem) return findings;
    const item = asItem(entry);
    const due = this.#wanted.in(item.value);
    for (const [at, rule] of this.#ofItems.entries()) {
      if (due[at] === 0) continue;
      this.#add(findings, rule, rule.item?.(item, this.#context), entry);
    }
    return findings;
  }

  /** What is to be known of an item when items are compared, by rule. */
  facts(entry: Entry<unknown>): Map<string, readonly string[]> {
    const item = asItem(entry);
    const noted = new Map<string, readonly string[]>();
    for (const rule of this.#noting) {
      noted.set(rule.id, [...(rule.facts?.(item, this.#context) ?? [])]);
    }
    return noted;
  }

  /** What one of the comparing rules says of all files, by what it noted of the items. */
  compare(rule: Rule, facts: AllFacts, memory?: RuleMemory): Iterable<Report> {
    return rule.catalog?.(this.#context, facts, memory) ?? [];
  }

  /** A report as a finding in its file; undefined when the file allows it. */
  place(rule: Rule, report: Report, entry: Entry<unknown>): Finding | undefined {
    if (isAllowed(rule, report, entry)) return undefined;
    const { pointer, on, range } = report;
    const { type } = Object(entry.value) as Partial<Item>;
    return this.finding(rule, report, entry.path, entry.source.locate(pointer, on, range), type);
  }

  /** A report as a finding at a place that is known. */
  finding(rule: Rule, report: Report, path: string, span: Finding['span'], type?: string): Finding {
    const { value: settings } = this.#context.catalog.settings;
    return toFinding(rule, report, path, span, this.#levels[rule.id], { type, settings });
  }

  #add(
    findings: Finding[],
    rule: Rule,
    reports: Iterable<Report> | undefined,
    entry: Entry<unknown>,
  ): void {
    for (const report of reports ?? []) {
      const finding = this.place(rule, report, entry);
      if (finding !== undefined) findings.push(finding);
    }
  }
}

/** Items are entries of items: whoever calls has looked at the path. */
function asItem(entry: Entry<unknown>): Entry<Item> {
  return entry as Entry<Item>;
}

function withoutItems(catalog: Catalog): Catalog {
  return Object.defineProperty({ ...catalog }, 'items', {
    get: () => {
      throw new Error('a rule looked at items: what it has to compare it notes in `facts`');
    },
  });
}
