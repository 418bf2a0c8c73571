import { compareFindings, type Finding, type Severity } from '../model/finding.ts';
import { say } from '../model/words.ts';
import { Table } from './table.ts';

/** Which row of a table holds findings of a file. */
export type Group = readonly [path: string, row: number];

/** Texts a finding: see `packFindings`. */
const WIDTH = 12;
const SEVERITIES: Readonly<Record<string, Severity>> = { e: 'error', w: 'warning', i: 'info' };

/** Findings of one file as texts, for threads and for tables; the path is not among them. */
export function packFindings(findings: Iterable<Finding>): string[] {
  const texts: string[] = [];
  for (const { severity, span, rule, pointer, message, hint, citation } of findings) {
    texts.push(
      // A blank hint or citation is not the same as none.
      severity.charAt(0) + (hint ? 'h' : '') + (citation === undefined ? '' : 'c'),
      ...[span.line, span.column, span.endLine, span.endColumn].map(String),
      ...[rule, pointer, message.zh, message.en, hint?.zh ?? '', hint?.en ?? '', citation ?? ''],
    );
  }
  return texts;
}

/** Whether one of the findings that were packed is an error. */
export function hasError(packed: readonly string[]): boolean {
  return packed.some((text, at) => at % WIDTH === 0 && severityOf(text) === 'error');
}

/**
 * Findings sorted by place, each made from a table when it is looked at, so that those of a
 * hundred thousand items can be held. May be gone through many times.
 */
export class Findings implements Iterable<Finding> {
  readonly #table: Table;
  readonly #groups = new Map<string, number[]>();
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };

  /** A file may have several groups: of what stands at one place, the first group's comes first. */
  constructor(table: Table, groups: Iterable<Group>) {
    this.#table = table;
    for (const [path, row] of groups) {
      const known = this.#groups.get(path);
      if (known === undefined) this.#groups.set(path, [row]);
      else known.push(row);
      const list = table.list(row);
      for (let at = 0; at < list.count; at += WIDTH) this.#counts[severityOf(list.at(at))] += 1;
    }
  }

  /** Those of a list, in little memory; it has to be sorted. */
  static of(findings: Iterable<Finding>): Findings {
    const table = new Table();
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
    const rows = this.#groups.get(path) ?? [];
    const findings = rows.flatMap((row) => [...findingsIn(this.#table, row, name)]);
    return rows.length > 1 ? findings.sort(compareFindings) : findings;
  }
}

function severityOf(mark: string): Severity {
  return SEVERITIES[mark.charAt(0)] ?? 'error';
}

/** The findings of a row, which are those of a file. */
function* findingsIn(table: Table, row: number, path: string): Iterable<Finding> {
  const list = table.list(row);
  for (let start = 0; start < list.count; start += WIDTH) {
    const text = (place: number): string => list.at(start + place);
    const [line, column, endLine, endColumn] = [1, 2, 3, 4].map((place) => Number(text(place)));
    const mark = text(0);
    yield {
      rule: text(5),
      severity: severityOf(mark),
      path,
      pointer: text(6),
      span: {
        line: line ?? 1,
        column: column ?? 1,
        endLine: endLine ?? 1,
        endColumn: endColumn ?? 1,
      },
      message: say(text(7), text(8)),
      ...(mark.includes('h') ? { hint: say(text(9), text(10)) } : {}),
      ...(mark.includes('c') ? { citation: text(11) } : {}),
    };
  }
}

/** Adds findings to a table, which have to be sorted, and says where those of each file are. */
export function* groupsOf(table: Table, findings: Iterable<Finding>): Iterable<Group> {
  let last: Finding[] = [];
  for (const finding of findings) {
    const path = last[0]?.path;
    if (path !== undefined && path !== finding.path) {
      yield [path, table.add([packFindings(last)])];
      last = [];
    }
    last.push(finding);
  }
  const path = last[0]?.path;
  if (path !== undefined) yield [path, table.add([packFindings(last)])];
}
