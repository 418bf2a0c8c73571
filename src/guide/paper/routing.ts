import type { Catalog } from '../../model/catalog.ts';
import type { Hall } from '../../model/schema.gen.ts';
import type { Cell } from '../guide.ts';
import { settingsLabel } from '../labels.ts';
import type { Subject } from '../subject.ts';
import { cell, dateWords, listWords, paragraph } from '../words.ts';
import { subjectsOf, windowLabel } from './halls.ts';
import { byInitial } from './pinyin.ts';
import { aboutCatalogue, type Printed } from './printed.ts';

/** 窗口引导表: for whoever sits at a counter, where to send people with any item of the catalogue. */
export function routingTable(hall: Hall, catalog: Catalog): Printed {
  const { version, date } = catalog.settings.value;
  const groups = byInitial(subjectsOf(catalog.items, catalog), ({ item }) => item.name);
  const rows = groups.flatMap(({ initial, entries }) =>
    entries.map((subject, index): Cell[] => [
      index === 0 ? [[{ text: initial, strong: true }]] : [],
      [[{ text: subject.item.name }], ...cell(listWords(subject.item.aliases ?? []))],
      ...whereTo(subject, hall),
    ]),
  );
  const edition = [
    version === undefined ? '' : `${settingsLabel('version')}：${version}`,
    date === undefined ? '' : `${settingsLabel('date')}：${dateWords(date)}`,
  ];
  return {
    title: '窗口引导表',
    subtitle: hall.name,
    sections: [
      {
        id: 'items',
        heading: '',
        blocks: [
          paragraph(
            '群众要办的事不在本窗口办理时，按事项名称的拼音首字母查到窗口，引导过去。名称下面一行是群众常用的说法。',
          ),
          {
            kind: 'table',
            columns: [
              { title: '首字母', weight: 1, align: 'center' },
              { title: '要办的事', weight: 6 },
              { title: '到哪个窗口', weight: 5 },
              { title: '电话', weight: 3 },
            ],
            rows,
          },
        ],
      },
    ],
    signatures: [],
    footer: edition.filter((part) => part !== '').join('　'),
    about: aboutCatalogue(catalog),
  };
}

/** Windows in this hall, or else those elsewhere, with their phones. */
function whereTo({ windows, item }: Subject, hall: Hall): Cell[] {
  const here = windows.filter((each) => each.hall.id === hall.id);
  const places = here.length > 0 ? here : windows;
  if (places.length === 0) return [cell(item.channels?.place), cell(item.contact?.consult)];
  return [
    places.flatMap(({ hall: at, window }) => {
      const place = [window.floor, windowLabel(window), window.number && `（${window.name}）`];
      const text = place.filter(Boolean).join(' ').replace(' （', '（');
      return cell(at.id === hall.id ? text : `${at.name} ${text}`);
    }),
    places.flatMap(({ window }) => cell(window.phone ?? item.contact?.consult)),
  ];
}
