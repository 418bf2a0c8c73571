import { isAbsolute, relative, resolve } from 'node:path';
import { buildCommand } from './commands/build.ts';
import { type Session, UsageError } from './commands/command.ts';
import type { Guide } from './guide/guide.ts';
import { type Catalog, type Entry, itemOf } from './model/catalog.ts';
import type { Finding } from './model/finding.ts';
import type { Item } from './model/schema.gen.ts';
import type { Language } from './model/words.ts';
import { quietWorld } from './world/real.ts';

export type {
  Bundle,
  Department,
  Hall,
  Item,
  Law,
  Settings,
} from './model/schema.gen.ts';
export { VERSION } from './model/version.ts';
export type { Catalog, Entry, Finding, Guide, Language };

/** What every function can be told. */
export interface Options {
  /** Today as YYYY-MM-DD, for rules about dates; the machine's day when absent. */
  readonly today?: string;
  /** The language of what is thrown; findings have both. */
  readonly lang?: Language;
}

/** How a catalogue is checked. */
export interface CheckOptions extends Options {
  /** Standards of completeness, as in the settings; those of the settings when absent. */
  readonly profiles?: readonly string[];
  /** Whether to use and keep `.mingbai/` in the catalogue; false when absent. */
  readonly cache?: boolean;
}

/** What is wrong in a catalogue beyond its baseline, sorted by place. */
export interface CheckResult {
  readonly files: number;
  readonly items: number;
  readonly errors: number;
  readonly warnings: number;
  /** Paths are relative to the catalogue's folder. */
  readonly findings: readonly Finding[];
}

/** How a site is built. */
export interface BuildOptions extends Options {
  /** The folder to write to. */
  readonly out: string;
  /** Outputs by name, as in `--only`: html, pdf, notice, json …; the usual ones when absent. */
  readonly only?: readonly string[];
  /** Builds in spite of errors. */
  readonly force?: boolean;
  /** The folder of a theme. */
  readonly theme?: string;
  /** How many threads there may be; all cores when absent. */
  readonly jobs?: number;
}

/** What came of a build. */
export interface BuildResult {
  /** False when the catalogue has errors: nothing was written then. */
  readonly built: boolean;
  /** The folder that was written, absolute. */
  readonly out: string;
  /** What the command line would have said, findings and figures, in `lang`. */
  readonly report: string;
}

/** Wrong use: no such folder, no item in it, an unknown option. The message says what to do. */
export class MisuseError extends Error {
  override readonly name = 'MisuseError';
}

/** Checks the catalogue in a folder. Throws MisuseError when there is none. */
export async function check(folder: string, options: CheckOptions = {}): Promise<CheckResult> {
  const session = sessionFor(options);
  return asked(options, async () => {
    const { checkFolder } = await import('./commands/check-folder.ts');
    const { readProfiles, reportBeyondBaseline } = await import('./commands/check-options.ts');
    const profiles = readProfiles(options.profiles?.join(','));
    const cache = options.cache === true;
    const checked = await checkFolder(folder, session, { profiles, cache });
    const { summary, findings } = reportBeyondBaseline(checked);
    checked.keep();
    const home = resolve(session.world.cwd, checked.root);
    const inside = (path: string): string =>
      relative(home, isAbsolute(path) ? path : resolve(session.world.cwd, path)).replaceAll(
        '\\',
        '/',
      );
    const { files, items, errors, warnings } = summary;
    const all = [...findings].map((finding) => ({ ...finding, path: inside(finding.path) }));
    return { files, items, errors, warnings, findings: all };
  });
}

/** Reads the catalogue in a folder: what it says, and what could not be read. */
export async function loadCatalog(
  folder: string,
  options: Options = {},
): Promise<{ readonly catalog: Catalog; readonly findings: readonly Finding[] }> {
  const session = sessionFor(options);
  return asked(options, async () => {
    const { locateCatalog } = await import('./commands/open.ts');
    const load = await import('./load/load.ts');
    return load.loadCatalog(locateCatalog(folder, session).files);
  });
}

/** The guide of an item, given or named by its id: plain JSON of final words. */
export async function composeGuide(item: string | Entry<Item>, catalog: Catalog): Promise<Guide> {
  const entry = typeof item === 'string' ? itemOf(catalog, item) : item;
  if (entry === undefined) throw new MisuseError(`没有“${String(item)}”这个事项`);
  const compose = await import('./guide/compose.ts');
  return compose.composeGuide(entry, catalog);
}

/** Builds the catalogue in a folder. Throws MisuseError when there is none. */
export async function build(folder: string, options: BuildOptions): Promise<BuildResult> {
  const said: string[] = [];
  const session = sessionFor(options, (text) => said.push(text));
  const { out, only, theme, jobs, force = false } = options;
  const given = {
    ...{ out, force, cache: true },
    ...(only === undefined ? {} : { only: only.join(',') }),
    ...(theme === undefined ? {} : { theme }),
    ...(jobs === undefined ? {} : { jobs: String(jobs) }),
  };
  const code = await asked(options, () => buildCommand.run([folder], given, session));
  return { built: code === 0, out: resolve(session.world.cwd, out), report: said.join('') };
}

function sessionFor(
  { today, lang = 'zh' }: Options,
  hear: (text: string) => void = () => {},
): Session {
  const world = quietWorld(hear, today);
  return { world, lang, color: false, tell: (words) => words[lang] };
}

/** Wrong use has words of its own in either language: the caller sees those of one. */
async function asked<T>({ lang = 'zh' }: Options, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new MisuseError(error.words[lang], { cause: error });
  }
}
