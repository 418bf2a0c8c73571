import type { Fact, Link } from './guide.ts';
import { FEATURES } from './lists/features.ts';
import type { Door } from './lists/list-page.ts';
import type { Listing } from './lists/listing.ts';
import type { ListPlan } from './lists/plan.ts';
import { frontFigures } from './lists/statistics.ts';
import { pageMetas } from './page/frame.ts';
import type { PageHead } from './page/page.ts';

/** Doors under a heading of the front page. */
export interface DoorGroup {
  readonly id: string;
  readonly heading: string;
  readonly doors: readonly Door[];
  /** The page with all of them, where not all stand here. */
  readonly more: readonly Link[];
}

/** The catalogue's front page as plain JSON of final strings. */
export interface CatalogueIndex extends PageHead {
  readonly publisher: string;
  readonly lead: string;
  readonly facts: readonly Fact[];
  /** Searches that people often make. */
  readonly hints: readonly string[];
  readonly groups: readonly DoorGroup[];
}

/** The front page: ways to find an item, from the lists that the site has. */
export function composeIndex(listing: Listing, plans: readonly ListPlan[]): CatalogueIndex {
  const { catalog } = listing;
  const { title, publisher = '' } = catalog.settings.value;
  const pages = plans.filter(({ number }) => number === 1);
  const below = (parent: string): ListPlan[] =>
    pages.filter(({ crumbs }) => crumbs.length === 2 && crumbs[1]?.href === parent);
  const at = (path: string): ListPlan[] => pages.filter((page) => page.path === path);
  const promises = [
    ...FEATURES.flatMap(({ id }) => at(`lists/${id}.html`)),
    ...at('lists/proofs.html'),
  ];
  const ways = [
    ...['all', 'a-z', 'types', 'levels'].flatMap((id) => at(`lists/${id}.html`)),
    ...at('phones.html'),
  ];
  const groups: DoorGroup[] = [
    group('audience', '我是', below('lists/audience.html')),
    group('bundles', '一件事一次办', below('bundles/index.html'), at('bundles/index.html')),
    group('themes', '按主题找', below('lists/themes.html'), at('lists/themes.html')),
    group('departments', '按部门找', below('lists/departments.html'), at('lists/departments.html')),
    group('promises', '服务清单', promises),
    group('halls', '到哪里办', below('halls/index.html'), at('halls/index.html')),
    group('ways', '更多找法', ways),
  ];
  return {
    path: 'index.html',
    title,
    description: `${publisher}${title}：办事指南、办理材料、办理时限和办理地点。`,
    crumbs: [],
    metas: pageMetas(catalog, '首页', title),
    publisher,
    lead: '要办什么事？说平常话就行，也可以打拼音。',
    facts: frontFigures(listing),
    hints: hintsOf(listing),
    groups: groups.filter(({ doors }) => doors.length > 0),
  };
}

const SHOWN = 24;

function group(
  id: string,
  heading: string,
  pages: readonly ListPlan[],
  more: readonly ListPlan[] = [],
): DoorGroup {
  const doors = pages.slice(0, SHOWN).map(({ title, path, count }) => {
    return { text: title, href: path, note: count.replace(/^[共能办]+/, '') };
  });
  const rest = pages.length > SHOWN ? more : [];
  return { id, heading, doors, more: rest.map(({ title, path }) => ({ text: title, href: path })) };
}

/** The first alias of the first items that have one. */
function hintsOf({ cards }: Listing): string[] {
  return cards.flatMap(({ aliases = [] }) => aliases.slice(0, 1)).slice(0, 5);
}
