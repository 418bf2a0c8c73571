import { itemOf } from '../../model/catalog.ts';
import { guideFolder } from '../compose.ts';
import type { Inline } from '../guide.ts';
import type { Subject } from '../subject.ts';
import type { PageSection } from './page.ts';

/** 关联事项 and the bundles (一件事) that the item is part of, as links. */
export function relatedSection({ item, catalog }: Subject): PageSection[] {
  const items = (item.related ?? []).flatMap((id): Inline[] => {
    const entry = itemOf(catalog, id);
    if (entry === undefined) return [];
    return [{ text: entry.value.name, href: `${guideFolder(entry.value)}/index.html` }];
  });
  const bundles = [...catalog.bundles.values()]
    .filter(({ value }) => value.items.some((each) => each.item === item.id))
    .map(({ value }): Inline => ({ text: value.name, href: bundleHref(value.id) }));
  const links = [...bundles, ...items];
  if (links.length === 0) return [];
  return [
    {
      id: 'related',
      heading: bundles.length === 0 ? '关联事项' : '一件事和关联事项',
      folded: false,
      blocks: [
        {
          kind: 'list',
          ordered: false,
          items: links.map((run) => [{ kind: 'paragraph', text: [run] }]),
        },
      ],
    },
  ];
}

/** The page of a bundle. */
export function bundleHref(id: string): string {
  return `bundles/${id}/index.html`;
}
