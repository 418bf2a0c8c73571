import { type CheckedChunk, ItemWork } from '../check/item-work.ts';
import { KnownFiles } from '../check/known-files.ts';
import { readSurroundings } from '../check/surroundings.ts';
import type { ProfileId } from '../lint/completeness/profiles.ts';
import { ALL_RULES } from '../lint/rules/index.ts';
import type { StartWork } from '../model/crew.ts';
import type { Files } from '../model/files.ts';
import { listedFiles } from '../world/disk.ts';

/** What a hand that checks items has to know. */
export interface CheckSetup {
  readonly root: string;
  /** The files that items share. */
  readonly shared: string[];
  readonly escapes: ReadonlySet<string>;
  readonly today: string;
  readonly profiles: readonly ProfileId[] | undefined;
  readonly ruleIds: ReadonlySet<string>;
  /** Whether stamps and hashes are wanted. */
  readonly remembers: boolean;
}

/** Checks items by their paths, many at a time: a module of work for a crew. */
export const startWork: StartWork<CheckSetup, readonly string[], CheckedChunk> = (setup) => {
  const work = checkingOf(setup, listedFiles(setup.root, setup.shared, setup.escapes));
  return (paths) => work.check(paths);
};

/** What checks items: it reads what they share once. */
export function checkingOf(setup: CheckSetup, files: Files): ItemWork {
  const { shared, remembers, profiles, today, ruleIds } = setup;
  const before = remembers ? () => undefined : undefined;
  const known = new KnownFiles(files, before);
  const request = { today, ruleIds, rules: ALL_RULES, program: '', ...(profiles && { profiles }) };
  return new ItemWork(known, readSurroundings(known, shared, request));
}
