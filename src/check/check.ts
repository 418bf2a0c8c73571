import type { Files } from '../model/files.ts';
import { kindOfPath } from '../model/kinds.ts';
import type { Store } from '../model/store.ts';
import { type CheckRequest, CheckRun, type Past } from './check-run.ts';
import { KnownFiles } from './known-files.ts';
import {
  type Checked,
  markOf,
  type Remembered,
  recall,
  recallValues,
  remember,
} from './remembered.ts';

export type { CheckRequest } from './check-run.ts';

/**
 * Reads and checks a catalogue. With a store, what an earlier check found is used again for every
 * file that says the same among the same surroundings; the answer is that of a check without one.
 */
export function checkCatalog(files: Files, request: CheckRequest, store?: Store): Checked {
  if (store === undefined) return new CheckRun(new KnownFiles(files), request, undefined).check();
  const before = recall(store);
  const known = new KnownFiles(files, before?.files ?? {});
  const marks = before === undefined ? undefined : marksOf(known, request);
  if (before !== undefined && marks?.whole === before.whole) {
    if (known.moved) keepStamps(store, before, known);
    return before.checked;
  }
  const past = before === undefined ? undefined : pastOf(store, before, request, marks);
  const run = new CheckRun(known, request, past);
  const checked = run.check();
  const { files: states, values } = run.remembered();
  const program = markOf(request.program);
  const own = marks ?? marksOf(known, request);
  remember(store, { program, ...own, checked, files: states }, values, markOf(values));
  return checked;
}

interface Marks {
  readonly surroundings: string;
  readonly whole: string;
}

function pastOf(
  store: Store,
  remembered: Remembered,
  { program }: CheckRequest,
  marks: Marks | undefined,
): Past | undefined {
  if (remembered.program !== markOf(program)) return undefined;
  const values = recallValues(store, remembered);
  if (values === undefined) return undefined;
  const sameSurroundings = remembered.surroundings === marks?.surroundings;
  return { remembered, values, sameSurroundings };
}

function marksOf(files: KnownFiles, request: CheckRequest): Marks {
  const { program, today, profiles = ['settings'], ruleIds = [] } = request;
  const paths = files.list();
  const parts = [program, today, profiles.join(), [...ruleIds].join(), paths.join('\n')];
  parts.push([...files.escapes()].join('\n'));
  const items: string[] = [];
  for (const path of paths) {
    const kind = kindOfPath(path);
    if (kind === undefined || files.escapes().has(path)) continue;
    (kind === 'item' ? items : parts).push(files.state(path).hash);
  }
  const surroundings = markOf(...parts);
  return { surroundings, whole: markOf(surroundings, items.join('')) };
}

/** Nothing changed but the files' times: the next check need not read them again. */
function keepStamps(store: Store, before: Remembered, known: KnownFiles): void {
  const files = Object.entries(before.files).map(([path, file]) => {
    return [path, { ...file, ...known.state(path) }] as const;
  });
  remember(store, { ...before, files: Object.fromEntries(files) }, undefined, before.values);
}
