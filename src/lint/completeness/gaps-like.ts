import type { Catalog } from '../../model/catalog.ts';
import type { Finding } from '../../model/finding.ts';
import type { Item } from '../../model/schema.gen.ts';
import { type Gap, measureCompleteness } from './measure.ts';
import type { ProfileId } from './profiles.ts';

/** The gaps that a finding is about: all rows of a list that lack the element, or the one place. */
export function gapsLike(
  { rule, pointer, message }: Finding,
  item: Item,
  catalog: Catalog,
  profiles: readonly ProfileId[],
): readonly Gap[] {
  const gaps = new Map<string, Gap>();
  for (const id of profiles) {
    for (const gap of measureCompleteness(item, catalog, id).gaps) {
      if (gap.rule === rule) gaps.set(`${gap.pointer} ${gap.element.zh}`, gap);
    }
  }
  const all = [...gaps.values()];
  const own = all.find((gap) => gap.pointer === pointer && message.zh.includes(gap.label.zh));
  if (own === undefined) return [];
  return rule === 'incomplete-element'
    ? all.filter(({ element }) => element === own.element)
    : [own];
}
