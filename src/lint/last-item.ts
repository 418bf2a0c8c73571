import type { Item } from '../model/schema.gen.ts';

/**
 * The same function of an item, remembering its last answer: rules ask one after the other about
 * the same item. The answer is shared, so it must not be changed.
 */
export function lastItem<T>(answer: (item: Item) => T): (item: Item) => T {
  let last: { readonly item: Item; readonly answer: T } | undefined;
  return (item) => {
    if (last?.item !== item) last = { item, answer: answer(item) };
    return last.answer;
  };
}
