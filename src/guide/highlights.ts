import type { Item } from '../model/schema.gen.ts';
import type { Fact } from './guide.ts';
import { itemLabel } from './labels.ts';
import { durationWords, plainFact } from './words.ts';

/** What people look for first: how long, what it costs, how often to come, how much to bring. */
export function highlights(item: Item): Fact[] {
  const { visits, materials } = item;
  const needed = (materials ?? []).filter((each) => each.waiver === undefined).length;
  const waived = (materials ?? []).length - needed;
  const count = `${needed}项${waived === 0 ? '' : `，另有${waived}项免提交`}`;
  return [
    ...limitAndFee(item),
    ...plainFact(
      itemLabel('visits', 'highlight'),
      visits === undefined ? undefined : `${visits}次`,
    ),
    ...plainFact(itemLabel('materials', 'highlight'), materials === undefined ? undefined : count),
  ];
}

/** Of these how long it takes and what it costs, for lists. */
export function limitAndFee({ limits = {}, fees }: Item): Fact[] {
  return [
    ...plainFact(
      itemLabel('limits.committed', 'highlight'),
      limits.committed && durationWords(limits.committed),
    ),
    ...plainFact(itemLabel('fees'), Array.isArray(fees) ? '收费，见收费标准' : fees),
  ];
}
