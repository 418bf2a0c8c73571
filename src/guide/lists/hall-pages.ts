import type { Entry } from '../../model/catalog.ts';
import type { Hall } from '../../model/schema.gen.ts';
import { windowWords } from '../access.ts';
import { hallHref, windowHref } from '../addresses.ts';
import type { Fact } from '../guide.ts';
import { cardsAt, composeHallGuide, hallFacts, IN_CELL, openWindows } from '../hall.ts';
import { openSection, type PageSection } from '../page/page.ts';
import { factsBlock } from '../words.ts';
import type { Card } from './card.ts';
import { planCards } from './card-plan.ts';
import { crumbsBelow } from './list-page.ts';
import { cardsByHall, countWords, type Listing } from './listing.ts';
import { type ListPlan, planUnits } from './plan.ts';

/** 政务服务地图: all halls with the GeoJSON, and a page for each with what it handles. */
export function hallPages(listing: Listing): ListPlan[] {
  const { catalog } = listing;
  const halls = [...catalog.halls.values()];
  if (halls.length === 0) return [];
  const located = halls.some(({ value }) => value.coordinates !== undefined);
  const index = {
    path: 'halls/index.html',
    title: '办事大厅和站点',
    lead: '在哪里、怎么去、几点开门、能办哪些事。',
    count: `共${halls.length}处`,
    files: located ? [{ text: '大厅位置（GeoJSON）', href: 'halls/halls.geojson' }] : [],
  };
  const handled = cardsByHall(listing);
  return [
    ...planUnits(catalog, index, { units: halls, per: HALLS }, (units) => ({
      sections: units.map(indexSection),
    })),
    ...halls.flatMap((entry) => hallPlans(entry, handled.get(entry.id) ?? [], listing)),
  ];
}

const HALLS = 60;

function indexSection({ value: hall }: Entry<Hall>): PageSection {
  const page: Fact = {
    label: '窗口和可办事项',
    value: [{ text: `看${hall.name}的窗口和事项`, href: hallHref(hall.id) }],
  };
  const blocks = factsBlock([...hallFacts(hall), page]);
  return openSection({ id: hall.id, heading: hall.name, blocks });
}

/** The guide to a hall, its items as entries with a sentence each; then its windows. */
function hallPlans(entry: Entry<Hall>, here: readonly Card[], listing: Listing): ListPlan[] {
  const guide = composeHallGuide(entry, here, listing.catalog);
  const items = guide.sections.filter(({ id }) => id === 'items');
  const draft = {
    path: hallHref(guide.id),
    title: guide.title,
    lead: guide.summary,
    crumbs: crumbsBelow('办事大厅', 'halls/index.html'),
    count: `能办${here.length}项`,
    sections: guide.sections.filter((each) => !items.includes(each)).map(openSection),
  };
  return [
    ...planCards(
      listing,
      draft,
      items.map(({ id, heading }) => ({ id, heading, units: here })),
    ),
    ...windowPlans(entry.value, here, listing),
  ];
}

/** A window that handles more than a cell can hold has a page of its own. */
function windowPlans(hall: Hall, here: readonly Card[], listing: Listing): ListPlan[] {
  return openWindows(hall).flatMap((window) => {
    const units = cardsAt(window, here, hall);
    if (units.length <= IN_CELL) return [];
    const draft = {
      path: windowHref(hall, window),
      title: windowWords(hall.name, window),
      lead: `${windowWords(hall.name, window)}能办的事项。`,
      crumbs: [
        ...crumbsBelow('办事大厅', 'halls/index.html'),
        { text: hall.name, href: hallHref(hall.id) },
      ],
      count: countWords(units.length),
    };
    return planCards(listing, draft, [{ id: 'items', heading: '', units }]);
  });
}
