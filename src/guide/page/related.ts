import { pathWord } from '../../text/path-word.ts';
import { guideFolder } from '../compose.ts';
import type { Inline } from '../guide.ts';
import { bundlesWith, namedItems } from '../neighbours.ts';
import type { Subject } from '../subject.ts';
import type { PageSection } from './page.ts';

/** 关联事项 and the bundles (一件事) that the item is part of, as links. */
export function relatedSection({ item, catalog }: Subject): PageSection[] {
  const items = namedItems(catalog, item.related ?? []).map(
    (each): Inline => ({ text: each.name, href: `${guideFolder(each)}/index.html` }),
  );
  const bundles = bundlesWith(catalog, item.id).map(
    ({ id, name }): Inline => ({ text: name, href: bundleHref(id) }),
  );
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
  return `bundles/${pathWord(id)}/index.html`;
}
