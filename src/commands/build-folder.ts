import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type BuildResult, buildCatalog } from '../build/build.ts';
import type { MadeItem } from '../build/built.ts';
import type { ItemTask } from '../build/item-builder.ts';
import { type PackedPresent, type Present, unpackPresent } from '../build/present.ts';
import { isInShard, type Shard } from '../build/shard.ts';
import { NotOursError } from '../build/tree.ts';
import { compacting } from '../load/compact.ts';
import { loadCatalog } from '../load/load.ts';
import type { Catalog } from '../model/catalog.ts';
import { say } from '../model/words.ts';
import { OUTPUTS, type OutputName } from '../render/index.ts';
import type { Studio } from '../render/output.ts';
import { markOf } from '../text/mark.ts';
import { quotable } from '../text/visible.ts';
import { cores, type Errand, sendErrand, startCrew } from '../world/crew.ts';
import { namingPath } from '../world/disk-fault.ts';
import { assetsMark, fontsMark, programMark } from '../world/program.ts';
import { diskStore } from '../world/store.ts';
import { themeFiles } from '../world/theme.ts';
import { type BuildSetup, studioOf } from './build-work.ts';
import type { CheckChoices } from './check-folder.ts';
import { type Session, UsageError } from './command.ts';
import { measuresFor } from './measures.ts';
import type { Located } from './open.ts';
import { wholeNumber } from './option-values.ts';
import { refuseLinks } from './out-path.ts';
import { siteChanges } from './site-changes.ts';

/** What is built of a catalogue, how and where to. */
export interface BuildWish {
  readonly located: Located;
  /** Without its items. */
  readonly catalog: Catalog;
  /** The theme's folder, absolute; empty without one. */
  readonly theme: string;
  readonly script: BuildSetup['script'];
  readonly only: readonly OutputName[];
  /** Absolute. */
  readonly out: string;
  readonly force: boolean;
  /** A part only. */
  readonly shard: Shard | undefined;
  readonly cache: boolean;
  /** A revision of git since which changes are told; as the settings say when undefined. */
  readonly since: unknown;
  /** How many threads there may be. */
  readonly jobs: number;
  /** Somebody who looks what is in `out` while the catalogue is checked. */
  readonly scout: Errand<PackedPresent> | undefined;
}

/** Builds a catalogue into a folder. Throws UsageError when it holds what no build wrote. */
export async function buildFolder(wish: BuildWish, session: Session): Promise<BuildResult> {
  const { located, catalog, theme, script, only, out, scout } = wish;
  const { root, files } = located;
  const studio = studioOf(catalog, files, theme, script);
  const code = programMark();
  const program = markOf(code, assetsMark(theme));
  const look = lookMark(markOf(code, fontsMark()), studio);
  const setup = {
    root,
    paths: files.list(),
    escapes: files.escapes(),
    ...{ theme, script, only, look },
  };
  try {
    return await buildCatalog({
      ...{ catalog, files, studio, only, code, program, out, force: wish.force },
      theme: themeFiles(theme),
      ...(wish.shard === undefined ? {} : { shard: wish.shard }),
      present: scout && (() => seenBy(scout)),
      changes: siteChanges(root, catalog, wish.since, session),
      measures: measuresFor(catalog),
      ...(wish.cache ? { store: diskStore(root) } : {}),
      crew: (stage, tasks) => crewFor({ ...setup, stage }, tasks, wish),
      full: () => loadCatalog(files, { keep: compacting(files) }).catalog,
      progress: progressOn(session),
    });
  } catch (error) {
    throw namingPath(notOurs(error, out), out);
  }
}

/**
 * Sends somebody to look into the folder to fill, when there may be so many files in it that it
 * pays.
 */
export function sendScout({
  located,
  out,
  jobs,
}: Pick<BuildWish, 'located' | 'out' | 'jobs'>): Errand<PackedPresent> | undefined {
  const pays = jobs > 1 && located.files.list().length >= FILES_A_SCOUT && existsSync(out);
  return pays ? sendErrand(new URL('./look-work.ts', import.meta.url), out) : undefined;
}

/** Files of a catalogue from which on looking into its output takes longer than to start a thread. */
const FILES_A_SCOUT = 1500;

async function seenBy(scout: Errand<PackedPresent>): Promise<Present> {
  const seen = await scout.answer;
  await scout.close();
  return unpackPresent(seen);
}

/** A folder that holds what no build wrote, told in one line; anything else as it was. */
export function notOurs(error: unknown, out: string): unknown {
  if (!(error instanceof NotOursError)) return error;
  const zh = `“${out}”里的“${error.path}”不是 mingbai 写的，不敢覆盖。换一个文件夹，或先移走它`;
  return new UsageError(say(zh, `mingbai did not write “${error.path}” in “${out}”`));
}

/** As many threads as have enough to do: a sheet of paper takes far longer than a page. */
function crewFor(setup: BuildSetup, tasks: number, { only, jobs }: BuildWish) {
  const paper = only.some((name) => OUTPUTS[name].medium === 'paper');
  const enough = paper ? 16 : 256;
  const size = Math.max(1, Math.min(jobs, Math.floor(tasks / enough)));
  return startCrew<BuildSetup, readonly ItemTask[], (MadeItem | undefined)[]>(
    new URL('./build-work.ts', import.meta.url),
    setup,
    size,
  );
}

/** A mark of all that decides how paper looks, whatever is written on it. */
function lookMark(program: string, { catalog, form }: Studio): string {
  const { paper = {} } = catalog.settings.value;
  const files = [paper.serif, paper.sans, paper.emblem].map((path) =>
    path === undefined ? '' : (form(path) ?? ''),
  );
  return markOf(program, JSON.stringify(paper), ...files);
}

/** How far the build is, on a terminal, twice a second at most. */
function progressOn({ world }: Session): (done: number, of: number) => void {
  if (!world.terminal.err) return () => {};
  let last = performance.now();
  return (done, of) => {
    const now = performance.now();
    if (done < of && now - last < 500) return;
    last = now;
    world.err(done === of ? '\r\u001b[K' : `\r${done}/${of}`);
  };
}

/** Reads `--jobs`. Throws UsageError for what is no number of threads. */
export function readJobs(value: unknown): number {
  if (value === undefined) return cores();
  const jobs = wholeNumber(value, 1, 256);
  if (jobs !== undefined) return jobs;
  const word = quotable(value);
  const zh = `--jobs 要1到256的整数，不是“${word}”`;
  throw new UsageError(say(zh, `--jobs takes a whole number from 1 to 256, not “${word}”`));
}

/** The folder that is written to, absolute. Throws UsageError for one that a link leads to. */
export function outFolder(out: unknown, session: Session): string {
  const path = resolve(session.world.cwd, String(out));
  refuseLinks(path, session);
  return path;
}

/** A part is checked by itself: others check the rest. */
export function checkChoices({ cache, jobs, shard }: BuildWish): CheckChoices {
  const part = shard && {
    name: `${shard.index}/${shard.of}`,
    has: (path: string) => isInShard(path, shard),
  };
  return {
    profiles: undefined,
    cache,
    ...(jobs === 1 ? { threads: 1 } : {}),
    ...(part && { part }),
  };
}
