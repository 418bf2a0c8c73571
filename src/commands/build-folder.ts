import { resolve } from 'node:path';
import type { CheckPass } from '../ledger/check-pass.ts';
import { compacting } from '../load/compact.ts';
import { loadCatalog } from '../load/load.ts';
import { say, type Words } from '../model/words.ts';
import type { BuildResult } from '../publish/assemble.ts';
import { Build } from '../publish/build.ts';
import { isInShard, type Shard } from '../publish/shard.ts';
import { NotOursError } from '../publish/tree.ts';
import { OUTPUTS, type OutputName } from '../render/index.ts';
import type { RenderContext } from '../render/output.ts';
import type { CheckReport } from '../report/report.ts';
import { markOf } from '../text/mark.ts';
import { quotable } from '../text/visible.ts';
import { cacheKey } from '../world/cache-key.ts';
import { namingPath } from '../world/disk-fault.ts';
import { OutsideError } from '../world/inside.ts';
import { cores } from '../world/pool.ts';
import { assetsMark, fontsMark, programMark } from '../world/program.ts';
import { diskStore } from '../world/store.ts';
import { themeFiles } from '../world/theme.ts';
import {
  type CheckChoices,
  type CheckedFolder,
  checkedFolder,
  ITEMS_A_THREAD,
  itemPool,
  setupOf,
  threadsToCheck,
} from './check-folder.ts';
import { hasBaseline, reportBeyondBaseline } from './check-options.ts';
import { type Session, UsageError } from './command.ts';
import { type MakingSetup, renderContextOf } from './item-maker.ts';
import { measuresFor } from './measures.ts';
import type { Located } from './open.ts';
import { wholeNumber } from './option-values.ts';
import { refuseLinks } from './out-path.ts';
import { siteChanges } from './site-changes.ts';

/** What is built of a catalogue, how and where to. */
export interface BuildOptions {
  readonly located: Located;
  /** The theme's folder, absolute; empty without one. */
  readonly theme: string;
  readonly script: MakingSetup['script'];
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
}

/** What was checked, and what was built where nothing forbade it. */
export interface CheckedBuild {
  readonly checked: CheckedFolder;
  /** Without what the catalogue's baseline knows. */
  readonly report: CheckReport;
  readonly result: BuildResult | undefined;
}

/**
 * Checks a catalogue and builds it into a folder in one go. Throws UsageError when the folder holds
 * what no build wrote, if nothing is wrong with the catalogue.
 */
export async function buildFolder(
  options: BuildOptions,
  pass: CheckPass,
  session: Session,
): Promise<CheckedBuild> {
  const { located, out, force } = options;
  const making = attempt(() => buildOf(options, pass, session));
  const { build } = making;
  const choices = checkChoices(options);
  const setup = setupOf(located, session, choices, build && makingOf(options, pass, build));
  // Where checking alone would not be worth a second thread, rules are warmed up in this one only.
  const here = threadsToCheck(pass, choices) < 2;
  const { size = 0 } = build ?? {};
  const threads = threadsFor(options, pass.stale, size);
  const pool = itemPool(pass, setup, threads, here && threads > 1 && pass.stale > size / 2);
  try {
    const checked = checkedFolder(located, pass, await pass.run(pool, build, here));
    await pool.close();
    pass.save();
    const report = reportBeyondBaseline(checked);
    if (report.summary.errors > 0 && !force) return { checked, report, result: undefined };
    if (build === undefined) throw making.error;
    return { checked, report, result: await build.finish() };
  } catch (error) {
    throw namingPath(notOurs(error, out), out);
  } finally {
    await pool.close();
    build?.close();
  }
}

/** What is wrong with the folder to fill is told only when nothing is with the catalogue. */
function attempt(make: () => Build): { readonly build?: Build; readonly error?: unknown } {
  try {
    return { build: make() };
  } catch (error) {
    return { error };
  }
}

function buildOf(options: BuildOptions, pass: CheckPass, session: Session): Build {
  const { located, theme, script, only, out, force, shard, cache, since } = options;
  const { root, files } = located;
  const { catalog } = pass.inputs;
  const code = programMark();
  const input = {
    ...{ catalog, files, only, code, out, force, shard },
    stops: !force && !hasBaseline(root),
    context: renderContextOf(catalog, files, theme, script),
    program: markOf(code, assetsMark(theme)),
    theme: themeFiles(theme),
    changes: siteChanges(root, catalog, since, session),
    measures: measuresFor(catalog),
    store: cache ? diskStore(root) : undefined,
    key: cacheKey(),
    full: () => loadCatalog(files, { keep: compacting(files) }).catalog,
    progress: progressOn(session),
  };
  return new Build(input, pass);
}

function makingOf(
  { located, theme, script, only }: BuildOptions,
  pass: CheckPass,
  { stage }: Build,
): MakingSetup {
  const context = renderContextOf(pass.inputs.catalog, located.files, theme, script);
  const look = lookMark(markOf(programMark(), fontsMark()), context);
  return { theme, script, only, look, stage };
}

/** As many threads as have enough to do: a sheet of paper takes far longer than a page. */
function threadsFor({ only, jobs }: BuildOptions, stale: number, size: number): number {
  const paper = only.some((name) => OUTPUTS[name].medium === 'paper');
  const worth = Math.max(stale / ITEMS_A_THREAD, size / (paper ? 16 : 256));
  return Math.max(1, Math.min(jobs, Math.floor(worth)));
}

/** A folder that is not as a build left it, told in one line; anything else as it was. */
export function notOurs(error: unknown, out: string): unknown {
  if (error instanceof OutsideError) return new UsageError(foreign(out, error.path));
  if (!(error instanceof NotOursError)) return error;
  const { path, why } = error;
  if (why === 'foreign') return new UsageError(foreign(out, path));
  const zh = `“${out}”里的“${path}”${why === 'missing' ? '不见了' : '被改过'}`;
  const en = `“${path}” in “${out}” is ${why === 'missing' ? 'gone' : 'changed'}`;
  return new UsageError(
    say(
      `${zh}，认不出是 mingbai 写的，不敢覆盖。换一个文件夹，或先移走它`,
      `${en}: mingbai does not know the folder for its own; choose another or move it away`,
    ),
  );
}

function foreign(out: string, path: string): Words {
  return say(
    `“${out}”里的“${path}”不是 mingbai 写的，不敢覆盖。换一个文件夹，或先移走它`,
    `mingbai did not write “${path}” in “${out}”`,
  );
}

/** A mark of all that decides how paper looks, whatever is written on it. */
function lookMark(program: string, { catalog, form }: RenderContext): string {
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
export function checkChoices({
  cache,
  jobs,
  shard,
}: Pick<BuildOptions, 'cache' | 'jobs' | 'shard'>): CheckChoices {
  const part = shard && {
    name: `${shard.index}-${shard.of}`,
    has: (path: string) => isInShard(path, shard),
  };
  return {
    profiles: undefined,
    cache,
    ...(jobs === 1 ? { threads: 1 } : {}),
    part,
  };
}
