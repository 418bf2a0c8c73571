import { sharedEntries } from '../lint/entries.ts';
import { Linter } from '../lint/lint.ts';
import type { LintContext, Rule } from '../lint/rule.ts';
import { formFindings, isForm } from '../load/forms.ts';
import { checkLinks, linkFacts, type Targets } from '../load/links.ts';
import { assembleCatalog } from '../load/load.ts';
import { type KnownIds, knownIds } from '../load/missing.ts';
import { readEntry } from '../load/read.ts';
import { checkReferencesOf } from '../load/references.ts';
import { itemFinder } from '../load/shared.ts';
import { strayFindings } from '../load/stray.ts';
import { themeFindings } from '../load/theme-setting.ts';
import { placeAt } from '../load/unplaced.ts';
import type { Catalog, Entry } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import { type Kind, kindOfPath } from '../model/kinds.ts';
import type { Settings } from '../model/schema.gen.ts';
import { markOf } from '../text/mark.ts';
import type { FileStates } from './states.ts';

/** What is asked of a catalogue, and by which program. */
export interface CheckRequest extends Omit<LintContext, 'catalog'> {
  readonly rules: readonly Rule[];
  /** Changes with the program, its schemas and rules. */
  readonly program: string;
  /** What is wrong with the files that the settings name for paper. */
  readonly paperFiles?: (settings: Entry<Settings>, files: Files) => readonly Finding[];
  /** Whether an item is to be checked, by its path; all are when it is absent. */
  readonly isAsked?: (path: string) => boolean;
}

/** Whether a file of the catalogue is read: those that items share, and the items asked for. */
export function isRead(path: string, { isAsked }: CheckRequest): boolean {
  const kind = kindOfPath(path);
  return kind === 'item' ? (isAsked?.(path) ?? true) : kind !== undefined;
}

/** All that items are judged by: the files that they share, and the rules. */
export interface Inputs {
  /** Without items. */
  readonly catalog: Catalog;
  readonly linter: Linter;
  /** Of shared files. */
  readonly ids: KnownIds;
  /** What reading the shared files found. */
  readonly reading: readonly Finding[];
  readonly paperFiles: NonNullable<CheckRequest['paperFiles']>;
}

/** Whether a file is one that items share: one that is read, but no item. */
export function isShared(path: string): boolean {
  const kind = kindOfPath(path);
  return kind !== undefined && kind !== 'item';
}

/** Reads the shared files; items are there to be referred to. */
export function readInputs(files: Files, request: CheckRequest): Inputs {
  const paths = files.list();
  const entries = new Map<Kind, Entry<unknown>[]>();
  const reading: Finding[] = [];
  const shared = paths.filter(isShared);
  for (const path of shared) {
    const kind = kindOfPath(path) ?? 'settings';
    const { entry, findings } = readEntry(path, kind, files);
    reading.push(...findings);
    if (entry !== undefined) entries.set(kind, [...(entries.get(kind) ?? []), entry]);
  }
  const catalog = { ...assembleCatalog(entries, paths), elsewhere: itemFinder(files) };
  const linter = new Linter(request.rules, { ...request, catalog });
  const { paperFiles = () => [] } = request;
  return { catalog, linter, ids: knownIds(shared), reading, paperFiles };
}

/** What is wrong in the shared files, and with files that lie where none is read. */
export function checkShared(
  { catalog, linter, ids, reading, paperFiles }: Inputs,
  files: Files,
  targets: Targets,
): Finding[] {
  const paths = files.list();
  const findings = [...reading, ...strayFindings(paths, files)];
  findings.push(...themeFindings(catalog.settings, paths), ...formFindings(files));
  findings.push(...paperFiles(catalog.settings, files));
  for (const entry of sharedEntries(catalog)) {
    findings.push(...checkReferencesOf(entry, catalog, ids));
    const links = checkLinks({ path: entry.path, facts: linkFacts(entry) }, targets);
    for (const link of links) findings.push(placeAt(link, entry));
    findings.push(...linter.file(entry));
  }
  return findings;
}

/** What there is to refer to. */
export function targetsOf(files: Files, { catalog }: Inputs): Targets {
  return { ids: knownIds(files.list()), forms: catalog.forms, escapes: files.escapes() };
}

/** What a check depends on, beside the items. */
export interface Marks {
  /** Of the program, the day, the settings and shared files: while it is the same, an item decides. */
  readonly inputs: string;
  /** Of the same, the names of all files and what forms hold. */
  readonly names: string;
}

/** Marks of what a check depends on; shared files are read where their stamps do not tell. */
export function marksOf(files: FileStates, request: CheckRequest): Marks {
  const { program, today, profiles = ['settings'], ruleIds = [] } = request;
  const paths = files.list();
  const escapes = files.escapes();
  const shared = [program, today, profiles.join(), [...ruleIds].join()];
  for (const path of paths.filter(isShared)) {
    shared.push(path, escapes.has(path) ? 'elsewhere' : files.state(path).hash);
  }
  const inputs = markOf(...shared);
  const refused = [...escapes].map((path) => `${path} ${files.refusal(path)}`);
  const forms = paths.filter((path) => isForm(path) && !escapes.has(path));
  const marks = forms.map((path) => files.state(path).hash);
  return { inputs, names: markOf(inputs, marks.join(), paths.join('\0'), refused.join('\0')) };
}
