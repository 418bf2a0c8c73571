import { bundleFolder, bundleHref } from '../addresses.ts';
import { composeBundleGuide } from '../bundle.ts';
import { answersFile } from '../chain/bundle-notice.ts';
import type { Guide, Link } from '../guide.ts';
import { openSection } from '../page/page.ts';
import { crumbsBelow } from './list-page.ts';
import { bundleMembers, type Listing } from './listing.ts';
import { LINES, type ListPlan, planPage, planUnits } from './plan.ts';

/** 一件事: the page that leads to the bundles and one page each. */
export function bundlePages(listing: Listing, outputs: readonly string[] = []): ListPlan[] {
  const { catalog } = listing;
  const entries = [...catalog.bundles.values()];
  if (entries.length === 0) return [];
  const index = {
    path: 'bundles/index.html',
    title: '一件事',
    lead: '不同部门的事合成一件办：一次告知、一张表、一套材料、一个窗口。',
    count: `共${entries.length}件`,
  };
  const members = bundleMembers(listing);
  return [
    ...planUnits(catalog, index, { units: entries, per: LINES }, (units) => ({
      doors: units.map(({ value: { id, name, items } }) => ({
        text: name,
        href: bundleHref(id),
        note: `${items.length}个事项`,
      })),
    })),
    ...entries.map((entry) => {
      const guide = composeBundleGuide(entry, members(entry.value), catalog);
      return bundlePage(guide, listing, outputs);
    }),
  ];
}

function bundlePage(guide: Guide, { catalog }: Listing, outputs: readonly string[]): ListPlan {
  return planPage(catalog, {
    path: bundleHref(guide.id),
    title: guide.title,
    lead: guide.summary,
    crumbs: crumbsBelow('一件事', 'bundles/index.html'),
    ...filesOf(guide, outputs),
    sections: guide.sections.map(openSection),
  });
}

/** What is printed of a bundle, where it is printed. */
function filesOf({ id, notices }: Guide, outputs: readonly string[]) {
  const folder = bundleFolder(id);
  const link = (text: string, file: string): Link => ({ text, href: `${folder}/${file}` });
  const guide = outputs.includes('pdf') ? [link('办事指南（PDF）', 'guide.pdf')] : [];
  if (!outputs.includes('notice')) return { files: guide };
  return {
    files: [...guide, link('一次性告知单（PDF）', 'notice.pdf')],
    sheets: notices.map((notice) => link(notice.situation.name, answersFile(notice))),
  };
}
