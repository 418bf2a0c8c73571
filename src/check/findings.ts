import { compareFindings, type Finding, type Severity } from '../model/finding.ts';
import { FindingTable, type Rows } from './finding-table.ts';

/** Where the findings of a file are in a table. */
export type Group = readonly [path: string, rows: Rows];

/**
 * Findings sorted by place, each made from a table when it is looked at, so that those of a
 * hundred thousand items can be held. May be gone through many times.
 */
export class Findings implements Iterable<Finding> {
  readonly #table: FindingTable;
  readonly #groups = new Map<string, Rows[]>();
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };

  /** A file may have several groups: of what stands at one place, the first group's comes first. */
  constructor(table: FindingTable, groups: Iterable<Group>) {
    this.#table = table;
    for (const [path, rows] of groups) {
      const [start, end] = rows;
      if (start === end) continue;
      const known = this.#groups.get(path);
      if (known === undefined) this.#groups.set(path, [rows]);
      else known.push(rows);
      for (let row = start; row < end; row += 1) this.#counts[table.severity(row)] += 1;
    }
  }

  /** Those of a list, in little memory; it has to be sorted. */
  static of(findings: Iterable<Finding>): Findings {
    const table = new FindingTable();
    return new Findings(table, groupsOf(table, findings));
  }

  /** How many there are. */
  get size(): number {
    return this.#counts.error + this.#counts.warning + this.#counts.info;
  }

  /** How many there are of a severity. */
  count(severity: Severity): number {
    return this.#counts[severity];
  }

  [Symbol.iterator](): Iterator<Finding> {
    return this.named((path) => path);
  }

  /** All of them, with files named otherwise. */
  *named(nameOf: (path: string) => string): Generator<Finding> {
    for (const path of [...this.#groups.keys()].sort()) yield* this.of(path, nameOf(path));
  }

  /** Those of one file, which may be named otherwise. */
  of(path: string, name = path): readonly Finding[] {
    const groups = this.#groups.get(path) ?? [];
    const findings: Finding[] = [];
    for (const [start, end] of groups) {
      for (let row = start; row < end; row += 1) findings.push(this.#table.at(row, name));
    }
    return groups.length > 1 ? findings.sort(compareFindings) : findings;
  }
}

/** Adds findings to a table, which have to be sorted, and says where those of each file are. */
export function* groupsOf(table: FindingTable, findings: Iterable<Finding>): Iterable<Group> {
  let last: Finding[] = [];
  for (const finding of findings) {
    const path = last[0]?.path;
    if (path !== undefined && path !== finding.path) {
      yield [path, table.add(last)];
      last = [];
    }
    last.push(finding);
  }
  const path = last[0]?.path;
  if (path !== undefined) yield [path, table.add(last)];
}
