import { formFindings } from '../load/forms.ts';
import type { Files } from '../model/files.ts';
import type { Store } from '../model/store.ts';
import { markOf } from '../text/mark.ts';
import { CheckRun, type Usable } from './check-run.ts';
import type { Checked, CheckMeans } from './checked.ts';
import { factNames } from './item-work.ts';
import { keepCheck, keepStamps, type Marks } from './keep.ts';
import { KnownFiles } from './known-files.ts';
import { Past } from './past.ts';
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
    const keep = (): void => {
      if (known.moved) keepStamps(store, past, known);
    };
    return { checked: past.checked, keep };
  }
  const before = usable(store, past, marks, request);
  const run = new CheckRun(known, request, before);
  const checked = await run.check(crewFor);
  const keep = (): void => {
    keepCheck(store, run.outcome, { program, ...marksOf(known, request) }, before?.past);
  };
  return { checked, keep };
}

function usable(
  store: Store,
  past: Past | undefined,
  marks: Omit<Marks, 'program'> | undefined,
  request: CheckRequest,
): Usable | undefined {
  if (past === undefined || past.remembered.surroundings !== marks?.surroundings) return undefined;
  const facts = past.facts(store, factNames(request.rules));
  const sameNames = past.remembered.names === marks.names;
  return facts === undefined ? undefined : { past, facts, sameNames };
}

function marksOf(files: KnownFiles, request: CheckRequest): Omit<Marks, 'program'> {
  const { program, today, profiles = ['settings'], ruleIds = [] } = request;
  const paths = files.list();
  const escapes = files.escapes();
  const shared = [program, today, profiles.join(), [...ruleIds].join()];
  const items: string[] = [];
  for (const path of paths) {
    if (!isRead(path, request)) continue;
    const hash = escapes.has(path) ? 'elsewhere' : files.state(path).hash;
    if (isShared(path)) shared.push(path, hash);
    else items.push(hash);
  }
  const surroundings = markOf(...shared);
  const forms = JSON.stringify(formFindings(files));
  const names = markOf(
    surroundings,
    forms,
    paths.join('\0'),
    [...escapes].map((path) => `${path} ${files.refusal(path)}`).join('\0'),
  );
  return { surroundings, names, whole: markOf(names, items.join('\0')) };
}
