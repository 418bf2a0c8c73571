import { sharedEntries } from '../lint/entries.ts';
import { loadFinding } from '../load/findings.ts';
import { checkLinks, checkUnique, type Targets } from '../load/links.ts';
import { readEntry } from '../load/read.ts';
import { placeAt, type Unplaced } from '../load/unplaced.ts';
import type { Entry } from '../model/catalog.ts';
import type { Facts } from '../model/facts.ts';
import type { Files } from '../model/files.ts';
import type { Finding, Span } from '../model/finding.ts';
import { CODES, LINKS } from './item-work.ts';
import type { Surroundings } from './surroundings.ts';

/** What an earlier check knows of the place of something said about a file. */
export type KnownPlace = (path: string, said: string) => Span | undefined;

/** What shows only when items are compared, and where it stands. */
export class Across {
  readonly findings: Finding[] = [];
  /** By what was said. */
  readonly places: Record<string, Span> = {};
  readonly #files: Files;
  readonly #known: KnownPlace;
  readonly #shared: ReadonlyMap<string, Entry<unknown>>;
  #last: { readonly path: string; readonly entry: Entry<unknown> | undefined } | undefined;

  constructor(files: Files, { catalog }: Surroundings, known: KnownPlace) {
    this.#files = files;
    this.#known = known;
    this.#shared = new Map(sharedEntries(catalog).map((entry) => [entry.path, entry]));
  }

  /** Compares all items by their facts. */
  check(facts: Facts, { catalog, linter }: Surroundings, targets: Targets): void {
    for (const item of facts.of(LINKS)) {
      for (const link of checkLinks(item, targets)) this.#addUnplaced(link);
    }
    for (const unplaced of checkUnique(facts.of(CODES))) this.#addUnplaced(unplaced);
    for (const { rule, report } of linter.across(facts)) {
      const path = report.path ?? catalog.settings.path;
      const said = JSON.stringify([rule.id, path, report.pointer, report.on, report.range]);
      const span = this.#known(path, said);
      const entry = span === undefined ? this.#entryAt(path) : undefined;
      if (span !== undefined) this.#add(said, linter.finding(rule, report, path, span));
      else if (entry !== undefined) this.#add(said, linter.place(rule, report, entry));
    }
  }

  #addUnplaced(unplaced: Unplaced): void {
    const { rule, path, pointer, message, hint } = unplaced;
    const said = JSON.stringify([rule, path, pointer]);
    const span = this.#known(path, said);
    const entry = span === undefined ? this.#entryAt(path) : undefined;
    if (span !== undefined) {
      this.#add(said, loadFinding(rule, path, { pointer, span }, message, hint));
    } else if (entry !== undefined) this.#add(said, placeAt(unplaced, entry));
  }

  #add(said: string, finding: Finding | undefined): void {
    if (finding === undefined) return;
    this.findings.push(finding);
    this.places[said] = finding.span;
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
