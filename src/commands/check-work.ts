import { type CheckedChunk, ItemWork } from '../check/item-work.ts';
import { KnownFiles } from '../check/known-files.ts';
import { readSurroundings } from '../check/surroundings.ts';
import type { ProfileId } from '../lint/completeness/profiles.ts';
import { ALL_RULES } from '../lint/rules/index.ts';
import type { StartWork } from '../model/crew.ts';
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
export const startWork: StartWork<CheckSetup, readonly string[], CheckedChunk> = ({
  root,
  shared,
  escapes,
  remembers,
  profiles,
  ...request
}) => {
  const before = remembers ? () => undefined : undefined;
  const files = new KnownFiles(listedFiles(root, shared, escapes), before);
  const asked = { ...request, ...(profiles && { profiles }), rules: ALL_RULES, program: '' };
  const work = new ItemWork(files, readSurroundings(files, shared, asked));
  return (paths) => work.check(paths);
};
