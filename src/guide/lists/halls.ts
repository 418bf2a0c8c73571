import type { Hall, HallWindow } from '../../model/schema.gen.ts';
import { windowWords } from '../access.ts';
import type { Block, Cell, Fact, Inline } from '../guide.ts';
import type { PageSection } from '../page/page.ts';
import { telFact, telRuns } from '../page/tel.ts';
import { cell, fact, factsBlock, linkFact, plainFact } from '../words.ts';
import { crumbsBelow, type ListPage, listPage } from './list-page.ts';
import { entriesOf, type Listed, type Listing } from './listing.ts';

/** The page of a hall. */
export function hallHref(id: string): string {
  return `halls/${id}.html`;
}

/** 政务服务地图: all halls with the GeoJSON, and a page for each with what it handles. */
export function hallPages(listing: Listing): ListPage[] {
  const { catalog } = listing;
  const halls = [...catalog.halls.values()].map(({ value }) => value);
  if (halls.length === 0) return [];
  const located = halls.some(({ coordinates }) => coordinates !== undefined);
  const index = listPage(catalog, {
    path: 'halls/index.html',
    title: '办事大厅和站点',
    lead: '在哪里、怎么去、几点开门、能办哪些事。',
    count: `共${halls.length}处`,
    sections: halls.map((hall): PageSection => {
      const page: Fact = {
        label: '窗口和可办事项',
        value: [{ text: `看${hall.name}的窗口和事项`, href: hallHref(hall.id) }],
      };
      const facts = [...hallFacts(hall), page];
      return { id: hall.id, heading: hall.name, folded: false, blocks: factsBlock(facts) };
    }),
    files: located ? [{ text: '大厅位置（GeoJSON）', href: 'halls/halls.geojson' }] : [],
  });
  return [index, ...halls.map((hall) => hallPage(hall, listing))];
}

function hallPage(hall: Hall, { catalog, items }: Listing): ListPage {
  const here = items.filter(({ subject }) =>
    subject.windows.some((place) => place.hall.id === hall.id),
  );
  return listPage(catalog, {
    path: hallHref(hall.id),
    title: hall.name,
    lead: `${hall.name}的地址、时间、电话、窗口和能办的事项。`,
    crumbs: crumbsBelow('办事大厅', 'halls/index.html'),
    count: `能办${here.length}项`,
    sections: [
      section('place', '地址和时间', factsBlock(hallFacts(hall))),
      section('windows', '窗口', windowBlocks(hall, here)),
      section('terminals', '自助终端', terminalBlocks(hall)),
    ].filter(({ blocks }) => blocks.length > 0),
    groups:
      here.length === 0
        ? []
        : [{ id: 'items', heading: '在这里能办的事项', entries: entriesOf(here) }],
  });
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
function windowBlocks(hall: Hall, here: readonly Listed[]): Block[] {
  const open = hall.windows.filter((window) => window.closed !== true);
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

function itemCell(window: HallWindow, here: readonly Listed[], hall: Hall): Cell {
  return here
    .filter(({ subject }) =>
      subject.windows.some((each) => each.hall.id === hall.id && each.window.id === window.id),
    )
    .map(({ entry }) => [{ text: entry.title, href: entry.href }]);
}

function terminalBlocks({ terminals = [] }: Hall): Block[] {
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
