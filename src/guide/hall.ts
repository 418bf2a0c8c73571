import type { Entry, SharedCatalog } from '../model/catalog.ts';
import type { Hall, HallWindow } from '../model/schema.gen.ts';
import { windowWords } from './access.ts';
import { hallHref, windowHref } from './addresses.ts';
import type { AnyGuide, Block, Cell, Fact, Inline } from './guide.ts';
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
  windows: { heading: '窗口', blocks: windowBlocks },
  terminals: { heading: '自助终端', blocks: terminalBlocks },
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
    ...plainFact('类型', hall.kind),
    ...plainFact('地址', hall.address),
    ...plainFact('工作时间', hall.hours),
    ...plainFact('周末', hall.weekend),
    ...telFact('总台电话', hall.phone),
    ...fact('怎么去', hall.transport),
    ...plainFact('无障碍设施', hall.accessible),
    ...linkFact('预约网址', booking?.url ?? '', booking?.url),
    ...telFact('预约电话', booking?.phone),
    ...fact('预约说明', booking?.note),
    ...(place === ''
      ? []
      : [{ label: '办不成事反映窗口', value: [{ text: place }, ...apart, ...desk] }]),
    ...plainFact('反映窗口受理', helpdesk?.scope),
  ];
}

/** Windows that are open, with hours, phone and what each handles. */
function windowBlocks({ hall, here }: HallSubject): Block[] {
  const open = openWindows(hall);
  if (open.length === 0) return [];
  const titles = ['窗口', '职责', '时间', '电话', '办理事项'];
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
  const titles = ['终端', '位置', '开放时间'];
  return [
    {
      kind: 'table',
      columns: titles.map((title) => ({ title, weight: 1 })),
      rows: terminals.map(({ name, place, hours }) => [cell(name), cell(place), cell(hours)]),
    },
  ];
}
