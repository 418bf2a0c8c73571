import type { Bundle, BundleStep } from '../model/schema.gen.ts';
import type { Policy } from '../stats/policy.ts';
import type { ChainItem, ChainMaterial } from './chain-item.ts';
import { type Days, limitOf } from './limits.ts';
import { type Answers, holds } from './when.ts';

/** An item as a part of a chain. */
export interface Member {
  /** The id of the item; the same for two situations of one item. */
  readonly id: string;
  /** Which of the members in the bundle's file. */
  readonly at: number;
  readonly item: ChainItem;
  /** Name of its department. */
  readonly office: string;
  readonly situation?: NonNullable<ChainItem['situations']>[number];
  /** Name of the stage; empty where the bundle has none. */
  readonly stage: string;
  readonly after: readonly string[];
  /** Ids of those that may be served later, on a written promise. */
  readonly later: readonly string[] | 'all';
  /** Names of materials that need not be handed in again. */
  readonly shares: readonly string[];
  readonly committed: Days;
  readonly statutory: Days;
  /** What its situation asks for; absent where the item does not say. */
  readonly materials?: readonly ChainMaterial[];
}

/** What chains are made with: the items, the names of departments, the 口径. */
export interface ChainWorld {
  readonly itemOf: (id: string) => ChainItem | undefined;
  readonly officeOf: (department: string) => string;
  readonly policy: Policy;
}

/** Members that take part for the answers given, in the bundle's order; unknown items are left out. */
export function membersOf(bundle: Bundle, answers: Answers, world: ChainWorld): Member[] {
  return bundle.items.flatMap((step, at) => {
    const item = world.itemOf(step.item);
    if (item === undefined || !holds(step.when, answers)) return [];
    return [memberOf(step, at, item, world)];
  });
}

function memberOf(
  step: BundleStep,
  at: number,
  item: ChainItem,
  { policy, officeOf }: ChainWorld,
): Member {
  const only = item.situations?.length === 1 ? item.situations[0]?.id : undefined;
  const asked = step.situation ?? only;
  const situation = item.situations?.find(({ id }) => id === asked);
  const materials = item.materials?.filter(
    ({ situations }) =>
      situation === undefined || situations === undefined || situations.includes(situation.id),
  );
  return {
    ...{ id: item.id, at, item, stage: step.in ?? '', after: step.after ?? [] },
    office: officeOf(item.department),
    ...(situation === undefined ? {} : { situation }),
    later: step.promise === true ? (step.later ?? 'all') : [],
    shares: step.shares ?? [],
    committed: limitOf(item, situation?.id, 'committed', policy),
    statutory: limitOf(item, situation?.id, 'statutory', policy),
    ...(materials === undefined ? {} : { materials }),
  };
}

/** Whether a member may begin before the end of another on a written promise. */
export function isPromised({ later }: Member, before: string): boolean {
  return later === 'all' || later.includes(before);
}
