import { allEntries } from '../lint/entries.ts';
import { Linter } from '../lint/lint.ts';
import type { LintContext, Rule } from '../lint/rule.ts';
import { countAllowances } from '../lint/wording/rules.ts';
import { decodeText } from '../load/decode.ts';
import { assembleCatalog, strayFindings } from '../load/load.ts';
import { readEntry } from '../load/read.ts';
import { checkReferencesOf, checkUnique, knownIds, type Targets } from '../load/references.ts';
import { YamlSource } from '../load/source.ts';
import type { Catalog, Entry } from '../model/catalog.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import { type Kind, kindOfPath } from '../model/kinds.ts';
import type { KnownFiles } from './known-files.ts';
import type { Checked, Remembered, RememberedFile, RememberedItem } from './remembered.ts';
import { RememberedEntry } from './remembered-entry.ts';

/** What is asked of a catalogue, and by which program. */
export interface CheckRequest extends Omit<LintContext, 'catalog'> {
  readonly rules: readonly Rule[];
  /** Changes with the program, its schemas and rules. */
  readonly program: string;
}

/** An earlier check of the same program, with the values of its items. */
export interface Past {
  readonly remembered: Remembered;
  readonly values: Buffer;
  /** Whether all that items rest on is as it was. */
  readonly sameSurroundings: boolean;
}

/** One check, with what it can take over from the one before. */
export class CheckRun {
  readonly #files: KnownFiles;
  readonly #request: CheckRequest;
  readonly #past: Past | undefined;
  readonly #entries = new Map<string, Entry<unknown>>();
  readonly #items = new Map<string, RememberedItem>();
  readonly #findings: Finding[] = [];

  constructor(files: KnownFiles, request: CheckRequest, past: Past | undefined) {
    this.#files = files;
    this.#request = request;
    this.#past = past;
  }

  /** Everything that is wrong, in the order of places. */
  check(): Checked {
    const paths = this.#files.list();
    for (const path of paths) {
      const kind = kindOfPath(path);
      if (kind !== undefined && !this.#takeOver(path, kind)) this.#read(path, kind);
    }
    const catalog = assembleCatalog(this.#byKind(), paths);
    const linter = new Linter(this.#request.rules, { ...this.#request, catalog });
    const targets = { ids: knownIds(paths), escapes: this.#files.escapes() };
    for (const entry of allEntries(catalog)) this.#judge(entry, catalog, linter, targets);
    for (const finding of strayFindings(paths, this.#files.escapes())) this.#findings.push(finding);
    for (const finding of checkUnique(catalog)) this.#findings.push(finding);
    for (const finding of linter.across()) this.#findings.push(finding);
    for (const item of this.#items.values()) this.#findings.push(...item.reading, ...item.linting);
    const allowed = [...this.#items.values()].reduce((sum, item) => sum + item.allowed, 0);
    const findings = this.#findings.sort(compareFindings);
    return { findings, files: catalog.fileCount, items: catalog.items.length, allowed };
  }

  #read(path: string, kind: Kind): void {
    const { entry, findings } = readEntry(path, kind, this.#files);
    if (entry !== undefined) this.#entries.set(path, entry);
    if (kind !== 'item') {
      for (const finding of findings) this.#findings.push(finding);
      return;
    }
    const allowed = entry === undefined ? 0 : countAllowances(entry.value);
    this.#items.set(path, { reading: findings, linting: [], allowed });
  }

  /** Takes over an item that says what it said before; false when it has to be read. */
  #takeOver(path: string, kind: Kind): boolean {
    if (this.#past === undefined || kind !== 'item' || this.#files.escapes().has(path))
      return false;
    const item = this.#files.unchanged(path)?.item;
    if (item === undefined) return false;
    const { values, sameSurroundings } = this.#past;
    if (item.value !== undefined) {
      const source = new YamlSource(path, () => textOf(this.#files.read(path)), 'item');
      this.#entries.set(path, new RememberedEntry(path, source, values.subarray(...item.value)));
    }
    this.#items.set(path, sameSurroundings ? item : { ...item, linting: [] });
    return true;
  }

  #byKind(): Map<Kind, Entry<unknown>[]> {
    const byKind = new Map<Kind, Entry<unknown>[]>();
    for (const entry of this.#entries.values()) {
      const kind = kindOfPath(entry.path) ?? 'item';
      const known = byKind.get(kind);
      if (known === undefined) byKind.set(kind, [entry]);
      else known.push(entry);
    }
    return byKind;
  }

  #judge(entry: Entry<unknown>, catalog: Catalog, linter: Linter, targets: Targets): void {
    if (this.#past?.sameSurroundings && entry instanceof RememberedEntry) return;
    const found = [...checkReferencesOf(entry, catalog, targets), ...linter.file(entry)];
    const item = this.#items.get(entry.path);
    if (item === undefined) for (const finding of found) this.#findings.push(finding);
    else this.#items.set(entry.path, { ...item, linting: found });
  }

  /** What the next check needs to know of every file, and the values it refers to. */
  remembered(): { files: Record<string, RememberedFile>; values: Buffer } {
    const files: Record<string, RememberedFile> = {};
    const values: Buffer[] = [];
    let end = 0;
    for (const path of this.#files.list()) {
      if (kindOfPath(path) === undefined || this.#files.escapes().has(path)) continue;
      const { stamp, hash } = this.#files.state(path);
      files[path] = { stamp, hash };
      const item = this.#items.get(path);
      if (item === undefined) continue;
      const entry = this.#entries.get(path);
      const json = jsonOf(entry);
      if (entry !== undefined && json === undefined) continue;
      const value = json === undefined ? {} : { value: [end, end + json.length] as const };
      if (json !== undefined) values.push(json);
      end += json?.length ?? 0;
      files[path] = { stamp, hash, item: { ...item, ...value } };
    }
    return { files, values: Buffer.concat(values) };
  }
}

/** A value as JSON; undefined for one that JSON can't hold (a number beyond all bounds). */
function jsonOf(entry: Entry<unknown> | undefined): Buffer | undefined {
  if (entry === undefined) return undefined;
  if (entry instanceof RememberedEntry) return entry.json;
  const json = JSON.stringify(entry.value);
  return /[:[,]null[,}\]]/.test(json) ? undefined : Buffer.from(json);
}

function textOf(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  return 'text' in decoded ? decoded.text : '';
}
