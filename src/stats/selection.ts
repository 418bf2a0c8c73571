import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { type Place, placeOf } from './place.ts';
import type { Policy } from './policy.ts';

/** Why an item does not count. */
export interface Omission {
  readonly pointer: string;
  readonly reason: Words;
  /** It is on the exempt list of the settings, which is published beside the figure. */
  readonly exempt?: true;
}

/** An item that a figure leaves out, and why. */
export interface LeftOut extends Place {
  readonly reason: Words;
  readonly exempt?: true;
}

/** By what an item is counted: the catalogue around it, and the 口径. */
export interface Counting {
  readonly catalog: Omit<Catalog, 'items'>;
  readonly policy: Policy;
}

/** The items a 口径 counts and those it does not. */
export interface Selection extends Counting {
  readonly items: readonly Entry<Item>[];
  readonly leftOut: readonly LeftOut[];
}

/** Parts the items by type and state; also a part of a catalogue, such as one department. */
export function selectItems(
  catalog: Catalog,
  policy: Policy,
  from: readonly Entry<Item>[] = catalog.items,
): Selection {
  const items: Entry<Item>[] = [];
  const leftOut: LeftOut[] = [];
  for (const entry of from) {
    const omission = omissionOf(entry.value, policy);
    if (omission === undefined) items.push(entry);
    else leftOut.push(out(entry, omission));
  }
  return { catalog, policy, items, leftOut };
}

/** Why a 口径 does not count an item at all; undefined when it does. */
export function omissionOf({ type, state = '在用' }: Item, policy: Policy): Omission | undefined {
  if (!policy.types.includes(type)) {
    const reason = say(`口径不含${type}`, `type ${type} is not counted`);
    return { pointer: '/type', reason };
  }
  if (policy.states.includes(state)) return undefined;
  return { pointer: '/state', reason: say(`事项状态为${state}`, `state is ${state}`) };
}

/** An entry left out, at the place of what it is left out for. */
export function out(entry: Entry<unknown>, { pointer, reason, exempt }: Omission): LeftOut {
  return Object.assign(placeOf(entry, pointer), { reason, ...(exempt && { exempt }) });
}
