import { type ChainItem, chainItemOf } from '../../chain/chain-item.ts';
import { chainPolicy } from '../../chain/limits.ts';
import type { ChainWorld } from '../../chain/members.ts';
import type { Catalog, Entry } from '../../model/catalog.ts';
import type { AllFacts } from '../../model/facts.ts';
import type { Bundle, Item } from '../../model/schema.gen.ts';
import { lastItem } from '../last-item.ts';
import type { LintContext } from '../rule.ts';

const MEMBERS = new WeakMap<Catalog['bundles'], ReadonlySet<string>>();

/** The ids of all items that are part of a bundle. */
function memberIds({ bundles }: Catalog): ReadonlySet<string> {
  let ids = MEMBERS.get(bundles);
  if (ids === undefined) {
    const all = [...bundles.values()].flatMap(({ value }) => value.items);
    ids = new Set(all.map(({ item }) => item));
    MEMBERS.set(bundles, ids);
  }
  return ids;
}

/** What chains have to know of an item, as one text; nothing of items that are in no bundle. */
export function* chainFacts({ value }: Entry<Item>, { catalog }: LintContext): Iterable<string> {
  if (memberIds(catalog).has(value.id)) yield factOf(value);
}

const factOf = lastItem((item: Item): string => JSON.stringify(chainItemOf(item)));

/** What chains are computed with, from what was noted of items. */
export function worldOf({ catalog }: LintContext, facts: AllFacts): ChainWorld {
  const items = new Map<string, ChainItem>();
  for (const noted of facts) {
    if (noted.count === 0) continue;
    // `chainFacts` wrote it.
    const item = JSON.parse(noted.at(0)) as ChainItem;
    items.set(item.id, item);
  }
  return {
    itemOf: (id) => items.get(id),
    officeOf: (id) => catalog.departments.get(id)?.value.name ?? id,
    policy: chainPolicy(catalog.settings.value.counting),
  };
}

/** A bundle that is to be judged. */
export interface JudgedBundle {
  readonly path: string;
  readonly bundle: Bundle;
  readonly world: ChainWorld;
  readonly catalog: Catalog;
}
