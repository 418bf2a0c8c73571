import { bundleHref, guideFolder } from '../addresses.ts';
import type { Inline } from '../guide.ts';
import { bundlesWith, namedItems } from '../neighbours.ts';
import type { Subject } from '../subject.ts';

/** The bundles (一件事) that the item is part of and 关联事项, as links. */
export function relatedLinks({ item, catalog }: Subject): Inline[] {
  const bundles = bundlesWith(catalog, item.id).map(
    ({ id, name }): Inline => ({ text: name, href: bundleHref(id) }),
  );
  const items = namedItems(catalog, item.related ?? []).map(
    (each): Inline => ({ text: each.name, href: `${guideFolder(each)}/index.html` }),
  );
  return [...bundles, ...items];
}
