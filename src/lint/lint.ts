import type { Catalog, Entry } from '../model/catalog.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import type { Allowance, Item } from '../model/schema.gen.ts';
import { allEntries } from './entries.ts';
import type { LintContext, Report, Rule } from './rule.ts';
import { valueAt } from './strings.ts';
import { isSeverity } from './wording/levels.ts';

/**
 * Asks every rule about every item and the whole catalogue; findings come sorted. What a file's
 * own `allow` names, with a reason, is left out.
 */
export function lintCatalog(rules: readonly Rule[], context: LintContext): Finding[] {
  const linter = new Linter(rules, context);
  const findings: Finding[] = [];
  for (const entry of allEntries(context.catalog)) {
    for (const finding of linter.file(entry)) findings.push(finding);
  }
  for (const finding of linter.across()) findings.push(finding);
  return findings.sort(compareFindings);
}

/** The rules in force for one catalogue, ready to be asked about its files one by one. */
export class Linter {
  readonly #context: LintContext;
  /** What rules about one file see: without items, so that no answer depends on other items. */
  readonly #narrow: LintContext;
  readonly #levels: Levels;
  readonly #ofFiles: readonly Rule[];
  readonly #ofItems: readonly Rule[];
  readonly #ofCatalogs: readonly Rule[];

  constructor(rules: readonly Rule[], context: LintContext) {
    const { catalog } = context;
    const ruleIds = new Set([...(context.ruleIds ?? []), ...rules.map((rule) => rule.id)]);
    this.#context = { ...context, ruleIds };
    this.#narrow = { ...context, ruleIds, catalog: withoutItems(catalog) };
    this.#levels = catalog.settings.value.rules ?? {};
    const asked = rules.filter((rule) => this.#levels[rule.id] !== 'off');
    this.#ofFiles = asked.filter((rule) => rule.file !== undefined);
    this.#ofItems = asked.filter((rule) => rule.item !== undefined);
    this.#ofCatalogs = asked.filter((rule) => rule.catalog !== undefined);
  }

  /** What is wrong in one file, whatever the items beside it say. */
  file(entry: Entry<unknown>): Finding[] {
    const findings: Finding[] = [];
    for (const rule of this.#ofFiles) {
      this.#add(findings, rule, rule.file?.(entry, this.#narrow), entry);
    }
    if (kindOfPath(entry.path) !== 'item') return findings;
    const item = entry as Entry<Item>;
    for (const rule of this.#ofItems) {
      this.#add(findings, rule, rule.item?.(item, this.#narrow), entry);
    }
    return findings;
  }

  /** What shows only when files are compared. */
  across(): Finding[] {
    const { settings } = this.#context.catalog;
    const findings: Finding[] = [];
    for (const rule of this.#ofCatalogs) {
      this.#add(findings, rule, rule.catalog?.(this.#context), settings);
    }
    return findings;
  }

  #add(
    findings: Finding[],
    rule: Rule,
    reports: Iterable<Report> | undefined,
    home: Entry<unknown>,
  ): void {
    for (const report of reports ?? []) {
      const entry = entryAt(this.#context.catalog, report.path) ?? home;
      if (isAllowed(rule, report, entry)) continue;
      findings.push(toFinding(rule, report, entry, this.#levels));
    }
  }
}

function withoutItems(catalog: Catalog): Catalog {
  return Object.defineProperty({ ...catalog }, 'items', {
    get: () => {
      throw new Error('a rule about one file looked at other items: it has to be a catalog rule');
    },
  });
}

/** Whether the file allows this rule for the text found; wording rules see to theirs themselves. */
function isAllowed(rule: Rule, { pointer, range }: Report, entry: Entry<unknown>): boolean {
  if (rule.id.startsWith('wording-')) return false;
  const { allow } = entry.value as { readonly allow?: readonly Allowance[] };
  return (allow ?? []).some((each) => {
    if (each.rule !== rule.id || !each.reason || each.text === '') return false;
    const value = valueAt(entry.value, pointer);
    if (value === undefined || typeof value === 'object') return false;
    return touches(String(value), each.text, range);
  });
}

function touches(value: string, text: string, range: Report['range']): boolean {
  if (range === undefined) return value.includes(text);
  const [start, end] = range;
  for (let at = value.indexOf(text); at !== -1; at = value.indexOf(text, at + 1)) {
    if (at < end && at + text.length > start) return true;
  }
  return false;
}

type Levels = NonNullable<Catalog['settings']['value']['rules']>;

function toFinding(rule: Rule, report: Report, entry: Entry<unknown>, levels: Levels): Finding {
  const { pointer, on, range, message, hint } = report;
  const level = levels[rule.id];
  const citation = report.citation ?? rule.citation;
  return {
    rule: rule.id,
    severity: isSeverity(level) ? level : (report.severity ?? rule.severity),
    path: entry.path,
    pointer,
    span: entry.source.locate(pointer, on, range),
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(citation === undefined ? {} : { citation }),
  };
}

const INDEXES = new WeakMap<Catalog, Map<string, Entry<unknown>>>();

function entryAt(catalog: Catalog, path: string | undefined): Entry<unknown> | undefined {
  if (path === undefined) return undefined;
  let index = INDEXES.get(catalog);
  if (index === undefined) {
    index = new Map(allEntries(catalog).map((entry) => [entry.path, entry]));
    INDEXES.set(catalog, index);
  }
  return index.get(path);
}
