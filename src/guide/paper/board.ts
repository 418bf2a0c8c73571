import type { Catalog, Entry } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { windowWords } from '../access.ts';
import type { Cell, Column, Section } from '../guide.ts';
import { itemLabel, settingsLabel } from '../labels.ts';
import { formWords } from '../materials.ts';
import { committedWords } from '../notice.ts';
import type { Subject } from '../subject.ts';
import { cell, dateWords, durationWords, listWords, NUMBERS } from '../words.ts';
import { itemsAt, subjectsOf } from './halls.ts';
import { aboutCatalogue, type Printed } from './printed.ts';

type BoardColumn = readonly [
  column: Column,
  content: (subject: Subject, index: number, hall: string) => Cell,
];

/** What must be shown in the hall: name, basis, materials, fee, limit, flow, complaint phone. */
const COLUMNS: readonly BoardColumn[] = [
  [NUMBERS, (_, index) => cell(index + 1)],
  [{ title: itemLabel('name'), weight: 4 }, ({ item }) => [[{ text: item.name, strong: true }]]],
  [
    { title: itemLabel('basis', 'short'), weight: 6 },
    ({ item, cites }) => cites(item.basis ?? []).flatMap((text) => cell(text)),
  ],
  [{ title: itemLabel('materials'), weight: 8 }, materialLines],
  [{ title: itemLabel('fees.standard'), weight: 3 }, feeLines],
  [
    { title: itemLabel('limits.committed', 'short'), weight: 3 },
    (subject) => cell(committedWords(subject, undefined)),
  ],
  [{ title: itemLabel('steps'), weight: 4 }, flowLine],
  [{ title: itemLabel('channels.windows'), weight: 4 }, windowLines],
  [
    { title: itemLabel('contact.complain', 'short'), weight: 3 },
    ({ item }) => (item.contact?.complain ?? '').split('、').flatMap((text) => cell(text)),
  ],
];

/** The notice board (公示栏) of a hall. */
export function hallBoard(hall: string, catalog: Catalog): Printed {
  const name = catalog.halls.get(hall)?.value.name ?? hall;
  return board(name, itemsAt(catalog, hall), catalog);
}

/** The notice board of a department. */
export function departmentBoard(department: string, catalog: Catalog): Printed {
  const name = catalog.departments.get(department)?.value.name ?? department;
  const items = catalog.items.filter(({ value }) => value.department === department);
  return board(name, items, catalog);
}

function board(name: string, items: readonly Entry<Item>[], catalog: Catalog): Printed {
  const { version, date, hotline, site } = catalog.settings.value;
  const subjects = subjectsOf(items, catalog);
  const edition = [
    `共${subjects.length}项`,
    version === undefined ? '' : `${settingsLabel('version')}：${version}`,
    date === undefined ? '' : `${settingsLabel('date')}：${dateWords(date)}`,
    hotline === undefined ? '' : `${settingsLabel('hotline')}：${hotline}`,
  ];
  return {
    title: '政务服务事项公示栏',
    subtitle: name,
    sections: [table(subjects, name)],
    signatures: [],
    footer: edition.filter((part) => part !== '').join('　'),
    ...(site === undefined
      ? {}
      : { code: { kind: 'code', content: site, caption: '扫码看全部办事指南' } }),
    about: aboutCatalogue(catalog),
  };
}

function table(subjects: readonly Subject[], here: string): Section {
  const rows = subjects.map((subject, index) =>
    COLUMNS.map(([, content]) => content(subject, index, here)),
  );
  return {
    id: 'items',
    heading: '',
    blocks: [
      {
        kind: 'table',
        columns: COLUMNS.map(([column]) => column),
        rows,
      },
    ],
  };
}

function materialLines({ item, situationNames }: Subject): Cell {
  const bring = (item.materials ?? []).filter((each) => each.waiver === undefined);
  if (item.materials !== undefined && bring.length === 0) return cell('无需提交材料');
  return bring.map((each, index) => {
    const all = each.situations?.length === item.situations?.length;
    const names = all ? [] : situationNames(each.situations);
    const notes = [formWords(each), names.length === 0 ? '' : `${listWords(names)}时提交`];
    const note = notes.filter((part) => part !== '').join('，');
    return [{ text: `${index + 1}. ${each.name}${note === '' ? '' : `（${note}）`}` }];
  });
}

function feeLines({ item }: Subject): Cell {
  const { fees } = item;
  if (!Array.isArray(fees)) return cell(fees);
  return fees.flatMap(({ name, standard }) => cell([name, standard].filter(Boolean).join('：')));
}

function flowLine({ item }: Subject): Cell {
  return (item.steps ?? []).flatMap(({ name, limit }, index) =>
    cell(`${index + 1}. ${name}${limit === undefined ? '' : `（${durationWords(limit)}）`}`),
  );
}

function windowLines({ windows }: Subject, _: number, here: string): Cell {
  const own = windows.filter(({ hall }) => hall.name === here);
  const shown = own.length > 0 ? own : windows;
  return shown.flatMap(({ hall, window }) =>
    cell(windowWords(hall.name === here ? '' : hall.name, window)),
  );
}
