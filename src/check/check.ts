import type { Files } from '../model/files.ts';
import type { Store } from '../model/store.ts';
import { CheckRun } from './check-run.ts';
import type { Checked, CheckMeans } from './checked.ts';
import { factNames } from './item-work.ts';
import { KnownFiles } from './known-files.ts';
import { markOf } from './mark.ts';
import { Past } from './past.ts';
import { remember, rememberFacts, rememberFindings } from './remembered.ts';
import { type CheckRequest, isRead, isShared } from './surroundings.ts';

export type { Checked, CheckMeans, ItemCrew } from './checked.ts';
export type { CheckRequest } from './surroundings.ts';

/** The answer of a check, and what is left to do when it has been given. */
export interface CheckAnswer {
  readonly checked: Checked;
  /** Keeps in the store what the next check can use. */
  keep(): void;
}

/**
 * Reads and checks a catalogue. With a store, what an earlier check found is used again for every
 * item that says the same among the same shared files; the answer is that of a check without one.
 */
export async function checkCatalog(
  files: Files,
  request: CheckRequest,
  { store, crewFor }: CheckMeans = {},
): Promise<CheckAnswer> {
  if (store === undefined) {
    const run = new CheckRun(new KnownFiles(files), request, undefined);
    return { checked: await run.check(crewFor), keep: () => {} };
  }
  const program = markOf(request.program);
  const past = Past.of(store, program);
  const known = new KnownFiles(files, (path) => past?.state(path));
  const marks = past && marksOf(known, request);
  if (past !== undefined && past.remembered.whole === marks?.whole) {
    return { checked: past.checked, keep: () => keepStamps(store, past, known) };
  }
  const run = new CheckRun(known, request, usable(store, past, marks, request));
  const checked = await run.check(crewFor);
  const keep = (): void => {
    const remembered = run.remembered();
    if (remembered === undefined) return;
    const facts = rememberFacts(store, remembered.facts);
    const findings = rememberFindings(store, remembered.findings);
    const marks = { program, ...marksOf(known, request), facts, findings };
    remember(store, { ...marks, ...remembered.index });
  };
  return { checked, keep };
}

function usable(
  store: Store,
  past: Past | undefined,
  marks: Marks | undefined,
  request: CheckRequest,
): ConstructorParameters<typeof CheckRun>[2] {
  if (past === undefined || past.remembered.surroundings !== marks?.surroundings) return undefined;
  const facts = past.facts(store, factNames(request.rules));
  return facts === undefined ? undefined : { past, facts };
}

interface Marks {
  readonly surroundings: string;
  readonly whole: string;
}

function marksOf(files: KnownFiles, request: CheckRequest): Marks {
  const { program, today, profiles = ['settings'], ruleIds = [] } = request;
  const paths = files.list();
  const escapes = files.escapes();
  const shared = [program, today, profiles.join(), [...ruleIds].join()];
  const items: string[] = [paths.join('\0'), [...escapes].join('\0')];
  for (const path of paths) {
    if (!isRead(path, request)) continue;
    const hash = escapes.has(path) ? 'elsewhere' : files.state(path).hash;
    if (isShared(path)) shared.push(path, hash);
    else items.push(hash);
  }
  const surroundings = markOf(...shared);
  return { surroundings, whole: markOf(surroundings, items.join('\0')) };
}

/** Nothing changed but the files' times: the next check need not read them again. */
function keepStamps(store: Store, { remembered }: Past, known: KnownFiles): void {
  if (!known.moved) return;
  const stamps = remembered.paths.map((path) => known.state(path).stamp ?? '');
  remember(store, { ...remembered, stamps });
}
