import { pairItems } from '../diff/pairs.ts';
import { loadCatalog } from '../load/load.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { say } from '../model/words.ts';
import { openPolicy, type Policy } from '../stats/policy.ts';
import { measureReductions, type Reductions } from '../stats/reductions.ts';
import { GitFailure } from '../world/git-failure.ts';
import { gitFiles } from '../world/git-files.ts';
import { UsageError } from './command.ts';

/** What was reduced since a revision. */
export function reductionsSince(
  root: string,
  after: Catalog,
  revision: unknown,
  policy: Policy,
): Reductions {
  const before = openRevision(root, String(revision));
  return measureReductions(pairItems(before, after), openPolicy(policy));
}

/** The items of a revision by id. */
export function itemsOfRevision(root: string, revision: unknown): ReadonlyMap<string, Item> {
  const { items } = openRevision(root, String(revision));
  return new Map(items.map(({ id, value }) => [id, value]));
}

/** The catalogue in a folder as it stood in a git revision. Throws UsageError when there is none. */
export function openRevision(root: string, revision: string): Catalog {
  try {
    const { catalog } = loadCatalog(gitFiles(root, revision));
    if (catalog.items.length > 0) return catalog;
    throw new UsageError(
      say(`版本“${revision}”的目录里没有事项`, `there is no item in revision “${revision}”`),
    );
  } catch (error) {
    throw error instanceof GitFailure ? new UsageError(error.words) : error;
  }
}
