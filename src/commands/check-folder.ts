import type { ItemPool } from '../ledger/check-item.ts';
import { type Checked, CheckPass } from '../ledger/check-pass.ts';
import type { Findings } from '../ledger/findings.ts';
import type { ReadValue } from '../lint/baseline.ts';
import type { ProfileId } from '../lint/completeness/profiles.ts';
import { ALL_RULES } from '../lint/rules/index.ts';
import { assembleCatalog } from '../load/load.ts';
import { readEntry } from '../load/read.ts';
import type { Files } from '../model/files.ts';
import type { Finding } from '../model/finding.ts';
import { kindOfPath } from '../model/kinds.ts';
import type { Words } from '../model/words.ts';
import type { BuiltItem } from '../publish/built.ts';
import type { ItemTask } from '../publish/item-builder.ts';
import { paperFileFindings } from '../publish/paper-file-findings.ts';
import type { CheckReport } from '../report/report.ts';
import { cores, startPool } from '../world/pool.ts';
import { programMark } from '../world/program.ts';
import { diskStore } from '../world/store.ts';
import { toReport } from './check-report.ts';
import type { Session } from './command.ts';
import type { MakingSetup } from './item-maker.ts';
import type { ItemSetup, ItemWork } from './item-work.ts';
import { type Located, locateCatalog } from './open.ts';
import { ruleDocs } from './rule-docs.ts';

/** A catalogue checked, with its report in paths of the working folder. */
export interface CheckedFolder {
  readonly root: string;
  /** What the reader has to know when the answer has been given. */
  readonly note?: Words;
  /** Which files were asked for, where not all were. */
  readonly asked?: (path: string) => boolean;
  /** The files that were looked at, in paths of the catalogue. */
  readonly paths: readonly string[];
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
  readonly part?: { readonly name: string; has(path: string): boolean } | undefined;
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
  const located = locateCatalog(folder, session);
  const pass = passOf(located, session, choices);
  const { threads } = choices;
  const size = threads ?? Math.min(cores(), threadsToCheck(pass, choices));
  if (size < 2) return checkedFolder(located, pass, pass.runHere());
  const pool = itemPool(pass, setupOf(located, session, choices), size);
  try {
    return checkedFolder(located, pass, await pass.run(pool));
  } finally {
    await pool.close();
  }
}

/** How many threads are worth it when items are only checked. */
export function threadsToCheck(
  { stale }: CheckPass,
  { itemsAThread = ITEMS_A_THREAD }: CheckChoices,
): number {
  return Math.floor(stale / itemsAThread);
}

/** One go through a catalogue that was found already. */
export function passOf(
  { root, files }: Located,
  session: Session,
  { profiles, cache, part }: CheckChoices,
): CheckPass {
  const request = {
    ...requestOf(session, profiles),
    program: cache ? programMark() : '',
    ...(part === undefined ? {} : { isAsked: part.has }),
  };
  const name = part === undefined ? 'check' : `check-${part.name}`;
  return new CheckPass(files, request, cache ? { store: diskStore(root), name } : undefined);
}

/** What there is to tell of a catalogue that was checked. */
export function checkedFolder(located: Located, pass: CheckPass, checked: Checked): CheckedFolder {
  const { root, files } = located;
  return {
    root,
    paths: files.list(),
    findings: checked.findings,
    keep: () => pass.save(),
    readValue: readValues(files),
    reportOf: (some) => toReport(located, checked, some),
  };
}

/** What workers have to know who check items, and make something of them. */
export function setupOf(
  { root, files }: Located,
  session: Session,
  { profiles, cache }: CheckChoices,
  making?: MakingSetup,
): ItemSetup {
  const { today, ruleIds } = requestOf(session, profiles);
  return {
    ...{ root, today, profiles, ruleIds, making },
    paths: files.list(),
    escapes: files.escapes(),
    remembers: cache,
  };
}

/** Workers for a pass: this thread goes on with what the pass has read, unless it is busy. */
export function itemPool(
  pass: CheckPass,
  setup: ItemSetup,
  size: number,
  busy = false,
): ItemPool<ItemTask, BuiltItem> {
  const here = async (): Promise<ItemWork> => {
    const { itemWork } = await import('./item-work.ts');
    return itemWork(pass.files, pass.inputs, setup.making);
  };
  return startPool(new URL('./item-work.ts', import.meta.url), setup, size, busy ? 'busy' : here);
}

/** All rules, by the standards given or the catalogue's own. */
export function requestOf({ world }: Session, profiles: ProfileId[] | undefined) {
  const ruleIds = new Set(ruleDocs().keys());
  const standards = profiles === undefined ? {} : { profiles };
  const asked = { rules: ALL_RULES, ruleIds, paperFiles: paperFileFindings };
  return { ...asked, today: world.today, program: '', ...standards };
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
export const ITEMS_A_THREAD = 1500;
