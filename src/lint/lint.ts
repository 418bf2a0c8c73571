import type { Catalog, Entry } from '../model/catalog.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import type { Allowance } from '../model/schema.gen.ts';
import { allEntries, sharedEntries } from './entries.ts';
import type { LintContext, Report, Rule } from './rule.ts';
import { valueAt } from './strings.ts';

/**
 * Asks every rule about every item and the whole catalogue; findings come sorted. What a file's
 * own `allow` names, with a reason, is left out.
 */
export function lintCatalog(rules: readonly Rule[], context: LintContext): Finding[] {
  const { catalog } = context;
  const ruleIds = new Set([...(context.ruleIds ?? []), ...rules.map((rule) => rule.id)]);
  const full: LintContext = { ...context, ruleIds };
  const levels = catalog.settings.value.rules ?? {};
  const asked = rules.filter((rule) => levels[rule.id] !== 'off');
  const findings: Finding[] = [];
  const add = (rule: Rule, reports: Iterable<Report> | undefined, home: Entry<unknown>): void => {
    for (const report of reports ?? []) {
      const entry = entryAt(catalog, report.path) ?? home;
      if (!isAllowed(rule, report, entry)) findings.push(toFinding(rule, report, entry, levels));
    }
  };
  const ofFiles = asked.filter((rule) => rule.file !== undefined);
  const ofItems = asked.filter((rule) => rule.item !== undefined);
  for (const entry of sharedEntries(catalog)) {
    for (const rule of ofFiles) add(rule, rule.file?.(entry, full), entry);
  }
  for (const item of catalog.items) {
    for (const rule of ofFiles) add(rule, rule.file?.(item, full), item);
    for (const rule of ofItems) add(rule, rule.item?.(item, full), item);
  }
  for (const rule of asked) add(rule, rule.catalog?.(full), catalog.settings);
  return findings.sort(compareFindings);
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
    severity: level !== undefined && level !== 'off' ? level : (report.severity ?? rule.severity),
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
