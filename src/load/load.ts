import type { Catalog, Entry } from '../model/catalog.ts';
import type { Files } from '../model/files.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import { type Kind, kindOfPath } from '../model/kinds.ts';
import type { Bundle, Department, Hall, Item, Law, Settings } from '../model/schema.gen.ts';
import { formFindings } from './forms.ts';
import { checkLinks, checkUnique, codeFacts, linkFacts, type Targets } from './links.ts';
import { knownIds } from './missing.ts';
import { readEntry } from './read.ts';
import { checkReferencesOf } from './references.ts';
import { YamlSource } from './source.ts';
import { strayFindings } from './stray.ts';
import { themeFindings } from './theme-setting.ts';
import { placeAt } from './unplaced.ts';

/** A catalogue and everything wrong with its files and references, sorted. */
export interface Loaded {
  readonly catalog: Catalog;
  readonly findings: readonly Finding[];
}

/** How a catalogue is read. */
export interface Loading {
  /** Makes of each file what is held of it. */
  keep?(entry: Entry<unknown>, kind: Kind): Entry<unknown>;
  /** Whether a file is read; the others are only known to be there. */
  isRead?(path: string): boolean;
}

/** Reads a whole catalogue. A file that cannot be used is left out and reported, never fatal. */
export function loadCatalog(files: Files, { keep, isRead }: Loading = {}): Loaded {
  const paths = files.list();
  const findings: Finding[] = [];
  const entries = new Map<Kind, Entry<unknown>[]>();
  for (const path of paths) {
    const kind = kindOfPath(path);
    if (kind === undefined || isRead?.(path) === false) continue;
    const { entry: read, findings: found } = readEntry(path, kind, files);
    for (const finding of found) findings.push(finding);
    if (read === undefined) continue;
    const entry = keep?.(read, kind) ?? read;
    const known = entries.get(kind);
    if (known === undefined) entries.set(kind, [entry]);
    else known.push(entry);
  }
  for (const finding of strayFindings(paths, files)) findings.push(finding);
  for (const finding of formFindings(files)) findings.push(finding);
  const catalog = assembleCatalog(entries, paths);
  for (const finding of wrongReferences(catalog, paths, files.escapes())) findings.push(finding);
  return { catalog, findings: findings.sort(compareFindings) };
}

/** Findings for whatever the files of a catalogue say of each other that is not so. */
function* wrongReferences(
  catalog: Catalog,
  paths: readonly string[],
  escapes: ReadonlySet<string>,
): Iterable<Finding> {
  yield* themeFindings(catalog.settings, paths);
  const targets = { ids: knownIds(paths), forms: catalog.forms, escapes };
  const shared = [catalog.departments, catalog.halls, catalog.bundles, catalog.laws];
  for (const entry of [...catalog.items, ...shared.flatMap((each) => [...each.values()])]) {
    yield* wrongIn(entry, catalog, targets);
  }
  const byPath = new Map(catalog.items.map((item) => [item.path, item]));
  const codes = catalog.items.map((item) => ({ path: item.path, facts: codeFacts(item) }));
  for (const unplaced of checkUnique(codes)) {
    const entry = byPath.get(unplaced.path);
    if (entry !== undefined) yield placeAt(unplaced, entry);
  }
}

/** Findings for what one file says of others that is not so. */
export function* wrongIn(
  entry: Entry<unknown>,
  catalog: Catalog,
  targets: Targets,
): Iterable<Finding> {
  yield* checkReferencesOf(entry, catalog, targets.ids);
  const links = checkLinks({ path: entry.path, facts: linkFacts(entry) }, targets);
  for (const link of links) yield placeAt(link, entry);
}

/** A catalogue of entries by kind, each kind in the order of paths. */
export function assembleCatalog(
  entries: ReadonlyMap<Kind, readonly Entry<unknown>[]>,
  paths: readonly string[],
): Catalog {
  const of = <T>(kind: Kind): Entry<T>[] => (entries.get(kind) ?? []) as Entry<T>[];
  const byId = <T>(kind: Kind): Map<string, Entry<T>> =>
    new Map(of<T>(kind).map((entry) => [entry.id, entry]));
  return {
    settings: of<Settings>('settings')[0] ?? NO_SETTINGS,
    items: of<Item>('item'),
    departments: byId<Department>('department'),
    halls: byId<Hall>('hall'),
    bundles: byId<Bundle>('bundle'),
    laws: byId<Law>('law'),
    forms: new Set(paths.filter((path) => path.startsWith('forms/'))),
    fileCount: paths.filter((path) => kindOfPath(path) !== undefined).length,
  };
}

const NO_SETTINGS: Entry<Settings> = {
  id: 'mingbai',
  path: 'mingbai.yaml',
  source: new YamlSource('mingbai.yaml', '', 'settings'),
  value: { title: '政务服务事项目录' },
};
