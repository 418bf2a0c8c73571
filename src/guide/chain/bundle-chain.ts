import { type Chain, chainOf } from '../../chain/chain.ts';
import { chainPolicy } from '../../chain/limits.ts';
import type { Answers } from '../../chain/when.ts';
import type { SharedCatalog } from '../../model/catalog.ts';
import type { Bundle } from '../../model/schema.gen.ts';
import type { Card } from '../lists/card.ts';

/** A bundle (一件事) with the cards of its items, in the bundle's order. */
export interface BundleSubject {
  readonly bundle: Bundle;
  readonly members: readonly Card[];
  readonly catalog: SharedCatalog;
  /** What is computed for the answers given: of all members that may take part, where none are. */
  readonly chain: Chain;
}

/** Computes a bundle for the answers given, from the cards of its items. */
export function bundleSubject(
  bundle: Bundle,
  members: readonly Card[],
  catalog: SharedCatalog,
  answers: Answers = {},
): BundleSubject {
  const items = new Map(members.map(({ id, share }) => [id, share?.chain]));
  const chain = chainOf(bundle, answers, {
    itemOf: (id) => items.get(id),
    officeOf: (id) => catalog.departments.get(id)?.value.name ?? id,
    policy: chainPolicy(catalog.settings.value.counting),
  });
  return { bundle, members, catalog, chain };
}

/** The name of a member, with its situation where it has one. */
export function memberName({
  item,
  situation,
}: Pick<Chain['members'][number], 'item' | 'situation'>): string {
  return situation === undefined ? item.name : `${item.name}（${situation.name}）`;
}

/** The names of members by their ids. */
export function namesOf({ members }: Chain, ids: readonly string[]): string[] {
  return ids.map((id) => members.find((member) => member.id === id)?.item.name ?? id);
}
