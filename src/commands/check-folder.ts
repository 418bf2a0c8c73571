import { checkCatalog, type ItemCrew } from '../check/check.ts';
import type { Findings } from '../check/findings.ts';
import { isShared } from '../check/surroundings.ts';
import type { ReadValue } from '../lint/baseline.ts';
import type { ProfileId } from '../lint/completeness/profiles.ts';
import { ALL_RULES } from '../lint/rules/index.ts';
import { assembleCatalog } from '../load/load.ts';
import { readEntry } from '../load/read.ts';
import type { Files } from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import type { CheckReport } from '../report/report.ts';
import { cores, startCrew } from '../world/crew.ts';
import { tuneEngine } from '../world/engine.ts';
import { programMark } from '../world/program.ts';
import { diskStore } from '../world/store.ts';
import { toReport } from './check-report.ts';
import type { CheckSetup } from './check-work.ts';
import type { Session } from './command.ts';
import { type Located, locateCatalog } from './open.ts';
import { ruleDocs } from './rule-docs.ts';

/** A catalogue checked, with its report in paths of the working folder. */
export interface CheckedFolder {
  readonly root: string;
  /** The only file that was checked, if it was one. */
  readonly path?: string;
  /** All findings, in paths of the catalogue. */
  readonly findings: Findings;
  /** Keeps what the next check can use; to be called when the answer has been given. */
  keep(): void;
  /** What a file says, read anew; cheap when files are asked for one after the other. */
  readonly readValue: ReadValue;
  /** A report of some findings about this catalogue. */
  reportOf(findings: Iterable<Finding>): CheckReport;
}

/** How a folder is checked. */
export interface CheckChoices {
  /** Standards of completeness, instead of the catalogue's own. */
  readonly profiles: ProfileId[] | undefined;
  /** Whether to use and keep what was found before. */
  readonly cache: boolean;
  /** Threads, if not as many as the machine has and the work is worth. */
  readonly threads?: number;
  /** How many items are worth a thread, if not as many as make it faster. */
  readonly itemsAThread?: number;
  /** Only some of the items, under a name of their own. */
  readonly part?: { readonly name: string; has(path: string): boolean };
}

/**
 * Checks the catalogue in a folder; with a cache, only what changed since the last time. Throws
 * UsageError when there is none.
 */
export async function checkFolder(
  folder: string | undefined,
  session: Session,
  choices: CheckChoices,
): Promise<CheckedFolder> {
  return checkLocated(locateCatalog(folder, session), session, choices);
}

/** Checks a catalogue that was found already; see `checkFolder`. */
export async function checkLocated(
  located: Located,
  session: Session,
  choices: CheckChoices,
): Promise<CheckedFolder> {
  const { profiles, cache, part, itemsAThread = ITEMS_A_THREAD } = choices;
  const { root, files } = located;
  const request = {
    ...requestOf(session, profiles),
    program: cache ? programMark() + (part?.name ?? '') : '',
    ...(part === undefined ? {} : { isAsked: part.has }),
  };
  const crewFor = (items: number): ItemCrew | undefined => {
    const size = choices.threads ?? Math.min(cores(), Math.floor(items / itemsAThread));
    return size < 2 ? undefined : itemCrew(located, choices, request, size);
  };
  tuneEngine();
  const store = cache ? diskStore(root) : undefined;
  const { checked, keep } = await checkCatalog(files, request, { store, crewFor });
  const { findings } = checked;
  return {
    root,
    findings,
    keep,
    readValue: readValues(files),
    reportOf: (some) => toReport(located, checked, some),
  };
}

/** All rules, by the standards given or the catalogue's own. */
export function requestOf({ world }: Session, profiles: ProfileId[] | undefined) {
  const ruleIds = new Set(ruleDocs().keys());
  const standards = profiles === undefined ? {} : { profiles };
  return { rules: ALL_RULES, ruleIds, today: world.today, program: '', ...standards };
}

/** Reads values by path and keeps the last one; missing settings are those of a catalogue without. */
export function readValues(files: Files): ReadValue {
  let last: { readonly path: string; readonly value: unknown } | undefined;
  const { settings } = assembleCatalog(new Map(), []);
  const read = (path: string): unknown => {
    const kind = kindOfPath(path);
    if (kind === 'settings' && !files.list().includes(path)) return settings.value;
    return kind === undefined ? undefined : readEntry(path, kind, files).entry?.value;
  };
  return (path) => {
    if (last?.path !== path) last = { path, value: read(path) };
    return last.value;
  };
}

/** Below this a thread costs more than it saves: each has to warm up by itself. */
const ITEMS_A_THREAD = 1500;

function itemCrew(
  { root, files }: Located,
  { profiles, cache }: CheckChoices,
  { today, ruleIds }: { readonly today: string; readonly ruleIds: ReadonlySet<string> },
  size: number,
): ItemCrew {
  const setup: CheckSetup = {
    root,
    shared: files.list().filter(isShared),
    escapes: files.escapes(),
    today,
    profiles,
    ruleIds,
    remembers: cache,
  };
  return startCrew(new URL('./check-work.ts', import.meta.url), setup, size);
}
