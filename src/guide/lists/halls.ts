import type { Hall, HallWindow } from '../../model/schema.gen.ts';
import { pathWord } from '../../text/path-word.ts';
import { windowWords } from '../access.ts';
import type { Block, Cell, Fact, Inline } from '../guide.ts';
import { hallLabel } from '../labels.ts';
import type { PageSection } from '../page/page.ts';
import { telFact, telRuns } from '../page/tel.ts';
import { cell, fact, factsBlock, linkFact, plainFact } from '../words.ts';
import { type Card, cardHref } from './card.ts';
import { planCards } from './card-plan.ts';
import { crumbsBelow } from './list-page.ts';
import { countWords, type Listing } from './listing.ts';
import { type ListPlan, planUnits } from './plan.ts';

/** The page of a hall. */
export function hallHref(id: string): string {
  return `halls/${pathWord(id)}.html`;
}

/** 政务服务地图: all halls with the GeoJSON, and a page for each with what it handles. */
export function hallPages(listing: Listing): ListPlan[] {
  const { catalog } = listing;
  const halls = [...catalog.halls.values()].map(({ value }) => value);
  if (halls.length === 0) return [];
  const located = halls.some(({ coordinates }) => coordinates !== undefined);
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
    ...halls.flatMap((hall) => hallPlans(hall, handled.get(hall.id) ?? [], listing)),
  ];
}

const HALLS = 60;

function cardsByHall({ cards }: Listing): ReadonlyMap<string, Card[]> {
  const handled = new Map<string, Card[]>();
  for (const card of cards) {
    for (const id of new Set(card.places.map(([hall]) => hall))) {
      const list = handled.get(id) ?? [];
      handled.set(id, list);
      list.push(card);
    }
  }
  return handled;
}

function indexSection(hall: Hall): PageSection {
  const page: Fact = {
    label: '窗口和可办事项',
    value: [{ text: `看${hall.name}的窗口和事项`, href: hallHref(hall.id) }],
  };
  return section(hall.id, hall.name, factsBlock([...hallFacts(hall), page]));
}

function hallPlans(hall: Hall, here: readonly Card[], listing: Listing): ListPlan[] {
  const draft = {
    path: hallHref(hall.id),
    title: hall.name,
    lead: `${hall.name}的地址、时间、电话、窗口和能办的事项。`,
    crumbs: crumbsBelow('办事大厅', 'halls/index.html'),
    count: `能办${here.length}项`,
    sections: [
      section('place', '地址和时间', factsBlock(hallFacts(hall))),
      section('windows', hallLabel('windows'), windowBlocks(hall, here)),
      section('terminals', hallLabel('terminals'), terminalBlocks(hall)),
    ].filter(({ blocks }) => blocks.length > 0),
  };
  const items = { id: 'items', heading: '在这里能办的事项', units: here };
  return [
    ...planCards(listing, draft, here.length === 0 ? [] : [items]),
    ...windowPlans(hall, here, listing),
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

const IN_CELL = 20;

function windowHref(hall: Hall, { id }: HallWindow): string {
  return `halls/${pathWord(hall.id)}.window-${pathWord(id)}.html`;
}

function openWindows({ windows }: Hall): HallWindow[] {
  return windows.filter(({ closed }) => closed !== true);
}

function cardsAt({ id }: HallWindow, here: readonly Card[], hall: Hall): Card[] {
  return here.filter(({ places }) =>
    places.some(([at, window]) => at === hall.id && window === id),
  );
}

function section(id: string, heading: string, blocks: readonly Block[]): PageSection {
  return { id, heading, folded: false, blocks };
}

function hallFacts(hall: Hall): Fact[] {
  const { helpdesk, booking } = hall;
  const place = helpdesk === undefined ? '' : helpdesk.window;
  const desk = helpdesk?.phone === undefined ? [] : telRuns(helpdesk.phone);
  const apart: Inline[] = desk.length === 0 ? [] : [{ text: '，电话' }];
  return [
    ...plainFact(hallLabel('kind', 'short'), hall.kind),
    ...plainFact(hallLabel('address', 'short'), hall.address),
    ...plainFact(hallLabel('hours', 'short'), hall.hours),
    ...plainFact(hallLabel('weekend', 'short'), hall.weekend),
    ...telFact(hallLabel('phone'), hall.phone),
    ...fact(hallLabel('transport', 'short'), hall.transport),
    ...plainFact(hallLabel('accessible'), hall.accessible),
    ...linkFact(hallLabel('booking.url'), booking?.url ?? '', booking?.url),
    ...telFact(hallLabel('booking.phone'), booking?.phone),
    ...fact(hallLabel('booking.note'), booking?.note),
    ...(place === ''
      ? []
      : [{ label: hallLabel('helpdesk'), value: [{ text: place }, ...apart, ...desk] }]),
    ...plainFact(hallLabel('helpdesk.scope', 'short'), helpdesk?.scope),
  ];
}

/** Windows that are open, with hours, phone and what each handles. */
function windowBlocks(hall: Hall, here: readonly Card[]): Block[] {
  const open = openWindows(hall);
  if (open.length === 0) return [];
  const titles = [
    hallLabel('windows'),
    hallLabel('windows.role', 'short'),
    hallLabel('windows.hours', 'short'),
    hallLabel('windows.phone', 'short'),
    '办理事项',
  ];
  const rows = open.map((window): Cell[] => [
    cell(windowWords('', window)),
    cell(window.role),
    cell(window.hours ?? hall.hours),
    window.phone === undefined ? [] : [telRuns(window.phone)],
    itemCell(window, here, hall),
  ]);
  return [{ kind: 'table', columns: titles.map((title) => ({ title, weight: 1 })), rows }];
}

function itemCell(window: HallWindow, here: readonly Card[], hall: Hall): Cell {
  const cards = cardsAt(window, here, hall);
  if (cards.length > IN_CELL) {
    return [[{ text: `能办${cards.length}项，看清单`, href: windowHref(hall, window) }]];
  }
  return cards.map((card) => [{ text: card.name, href: cardHref(card) }]);
}

function terminalBlocks({ terminals = [] }: Hall): Block[] {
  if (terminals.length === 0) return [];
  const titles = [
    hallLabel('terminals.name', 'short'),
    hallLabel('terminals.place', 'short'),
    hallLabel('terminals.hours', 'short'),
  ];
  return [
    {
      kind: 'table',
      columns: titles.map((title) => ({ title, weight: 1 })),
      rows: terminals.map(({ name, place, hours }) => [cell(name), cell(place), cell(hours)]),
    },
  ];
}
