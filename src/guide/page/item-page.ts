import type { SharedCatalog } from '../../model/catalog.ts';
import { departmentHref, guideFolder } from '../addresses.ts';
import type { PageGuide } from '../guide.ts';
import { changeFacts } from '../lists/change-words.ts';
import type { SiteChange } from '../lists/site-data.ts';
import { PAGE, type Shown, sectionsShown } from '../orders.ts';
import type { SectionId } from '../sections.ts';
import { HOME, pageMetas } from './frame.ts';
import type { BringSection, ItemPage, Meta, PageSection } from './page.ts';
import { pageBlocks, sectionOf } from './page-blocks.ts';

const TICKED = 'materials' satisfies Shown<typeof PAGE, 'ticked'>;
const IDS = sectionsShown(PAGE, 'open', 'folded', 'ticked');
const FIRST = IDS.slice(0, IDS.indexOf(TICKED));
const REST = IDS.slice(FIRST.length + 1);

/** What the page was made of, as data: `mingbai verify` reads it. */
function sourceMetas({ path, code = '', digest = '' }: PageGuide['provenance']): Meta[] {
  return [
    { name: 'mingbai-source', content: path },
    { name: 'mingbai-code', content: code },
    { name: 'mingbai-digest', content: digest },
  ];
}

/**
 * Composes an item's page from its guide: the same words in the order a citizen asks. Takes what
 * changed in the item, newest first.
 */
export function composeItemPage(
  guide: PageGuide,
  catalog: SharedCatalog,
  changes: readonly SiteChange[] = [],
): ItemPage {
  const { id, title, department, summary, page, provenance } = guide;
  const bring = bringSection(guide);
  return {
    path: `${guideFolder({ id, department: department.id })}/index.html`,
    title,
    description: summary,
    crumbs: [HOME, { text: department.name, href: departmentHref(department.id) }],
    metas: [
      ...pageMetas(catalog, '办事指南', title, provenance.reviewed),
      ...sourceMetas(provenance),
    ],
    id,
    department: department.name,
    summary,
    tags: page.tags,
    box: page.box,
    ...(page.start === undefined ? {} : { start: page.start }),
    first: shown(FIRST, guide),
    ...(bring === undefined ? {} : { bring }),
    rest: shown(REST, guide),
    trail: [...page.trail, ...changeFacts(changes, catalog)],
    report: page.report,
  };
}

function shown(ids: readonly (keyof typeof PAGE)[], guide: PageGuide): PageSection[] {
  return ids.flatMap((id): PageSection[] => {
    const heading = headingOf(id, guide);
    const blocks = pageBlocks(id, guide);
    if (heading === undefined || blocks.length === 0) return [];
    return [{ id, heading, folded: PAGE[id] === 'folded', blocks }];
  });
}

function bringSection(guide: PageGuide): BringSection | undefined {
  const { bring } = guide.page;
  const heading = headingOf(TICKED, guide);
  return bring === undefined || heading === undefined ? undefined : { heading, ...bring };
}

/** The heading of a section on a page; undefined where the guide has no such section. */
function headingOf(id: SectionId, guide: PageGuide): string | undefined {
  const section = sectionOf(id, guide);
  return section?.plainHeading ?? section?.heading;
}
