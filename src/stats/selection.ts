import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { type Place, placeOf } from './place.ts';
import type { Policy } from './policy.ts';

/** An item that a figure leaves out, and why. */
export interface LeftOut extends Place {
  readonly reason: Words;
}

/** The items a 口径 counts and those it does not. */
export interface Selection {
  readonly catalog: Catalog;
  readonly policy: Policy;
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
    const { type, state = '在用' } = entry.value;
    if (!policy.types.includes(type)) {
      leftOut.push(out(entry, '/type', say(`口径不含${type}`, `type ${type} is not counted`)));
    } else if (!policy.states.includes(state)) {
      leftOut.push(out(entry, '/state', say(`事项状态为${state}`, `state is ${state}`)));
    } else items.push(entry);
  }
  return { catalog, policy, items, leftOut };
}

/** An entry left out for what stands at a pointer. */
export function out(entry: Entry<unknown>, pointer: string, reason: Words): LeftOut {
  return Object.assign(placeOf(entry, pointer), { reason });
}
