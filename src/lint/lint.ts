import type { Catalog, Entry } from '../model/catalog.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import type { LintContext, Report, Rule } from './rule.ts';

/** Asks every rule about every item and the whole catalogue; findings come sorted. */
export function lintCatalog(rules: readonly Rule[], context: LintContext): Finding[] {
  const { catalog } = context;
  const levels = catalog.settings.value.rules ?? {};
  const active = rules.filter((rule) => levels[rule.id] !== 'off');
  const findings: Finding[] = [];
  for (const item of catalog.items) {
    for (const rule of active) {
      for (const report of rule.item?.(item, context) ?? []) {
        findings.push(toFinding(rule, report, entryAt(catalog, report.path) ?? item, levels));
      }
    }
  }
  for (const rule of active) {
    for (const report of rule.catalog?.(context) ?? []) {
      const entry = entryAt(catalog, report.path) ?? catalog.settings;
      findings.push(toFinding(rule, report, entry, levels));
    }
  }
  return findings.sort(compareFindings);
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

function allEntries(catalog: Catalog): Entry<unknown>[] {
  return [
    catalog.settings,
    ...catalog.items,
    ...catalog.departments.values(),
    ...catalog.halls.values(),
    ...catalog.bundles.values(),
    ...catalog.laws.values(),
  ];
}
