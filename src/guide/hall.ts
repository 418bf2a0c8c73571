import type { Entry, SharedCatalog } from '../model/catalog.ts';
import type { Hall, HallWindow } from '../model/schema.gen.ts';
import { windowWords } from './access.ts';
import { hallHref, windowHref } from './addresses.ts';
import type { AnyGuide, Block, Cell, Fact, Inline } from './guide.ts';
import { hallLabel } from './labels.ts';
import { type Card, cardHref } from './lists/card.ts';
import { linkBlocks } from './lists/listing.ts';
import { telFact, telRuns } from './page/tel.ts';
import { provenanceOf } from './provenance.ts';
import { composeSections, type SectionSource } from './sections.ts';
import { cell, fact, factsBlock, linkFact, plainFact } from './words.ts';

/** A hall with the cards of the items that it handles. */
interface HallSubject {
  readonly hall: Hall;
  readonly here: readonly Card[];
}

/** Every section of a guide to a hall, in its order. */
export const HALL_SECTIONS = {
  place: { heading: '地址和时间', blocks: ({ hall }) => factsBlock(hallFacts(hall)) },
  windows: { heading: hallLabel('windows'), blocks: windowBlocks },
  terminals: { heading: hallLabel('terminals'), blocks: terminalBlocks },
  items: { heading: '在这里能办的事项', blocks: ({ here }) => linkBlocks(here) },
} as const satisfies Readonly<Record<string, SectionSource<HallSubject>>>;

/** Composes the guide to a hall from the cards of the items that it handles. */
export function composeHallGuide(
  entry: Entry<Hall>,
  here: readonly Card[],
  catalog: SharedCatalog,
): AnyGuide {
  const hall = entry.value;
  return {
    id: hall.id,
    title: hall.name,
    lang: catalog.settings.value.lang ?? 'zh-Hans',
    summary: `${hall.name}的地址、时间、电话、窗口和能办的事项。`,
    sections: composeSections(HALL_SECTIONS, { hall, here }),
    provenance: provenanceOf({ path: entry.path, value: {} }, catalog, hallHref(hall.id)),
  };
}

/** Items that a cell of the table of windows holds; more are listed on a page of the window. */
export const IN_CELL = 20;

/** Windows of a hall that are not closed. */
export function openWindows({ windows }: Hall): HallWindow[] {
  return windows.filter(({ closed }) => closed !== true);
}

/** The items that a window handles, of those of its hall. */
export function cardsAt({ id }: HallWindow, here: readonly Card[], hall: Hall): Card[] {
  return here.filter(({ places }) =>
    places.some(([at, window]) => at === hall.id && window === id),
  );
}

/** Where a hall is, when it is open and whom to call. */
export function hallFacts(hall: Hall): Fact[] {
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
function windowBlocks({ hall, here }: HallSubject): Block[] {
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

function terminalBlocks({ hall }: HallSubject): Block[] {
  const { terminals = [] } = hall;
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
