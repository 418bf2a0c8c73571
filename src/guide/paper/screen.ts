import type { Catalog } from '../../model/catalog.ts';
import type { Hall } from '../../model/schema.gen.ts';
import { hallLabel, itemLabel, settingsLabel } from '../labels.ts';
import { committedWords } from '../notice.ts';
import type { Subject } from '../subject.ts';
import { dateWords, listWords } from '../words.ts';
import { itemsAt, subjectsOf, windowLabel } from './halls.ts';

/** Rows on one page of a hall's screen. */
const ROWS = 7;

/** What a hall's screen shows, page after page. */
export interface Screen {
  readonly title: string;
  readonly lang: string;
  readonly columns: readonly string[];
  readonly pages: readonly {
    readonly label: string;
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly foot: readonly string[];
}

/** Composes the screen of a hall: what can be done there, where, how fast, with how much paper. */
export function hallScreen(hall: Hall, catalog: Catalog): Screen {
  const { version, date, hotline, lang = 'zh-Hans' } = catalog.settings.value;
  const rows = subjectsOf(itemsAt(catalog, hall.id), catalog).map((subject) => row(subject, hall));
  const count = Math.max(1, Math.ceil(rows.length / ROWS));
  return {
    title: `${hall.name}办事一览`,
    lang,
    columns: [
      '事项',
      hallLabel('windows'),
      itemLabel('limits.committed', 'short'),
      itemLabel('fees'),
      itemLabel('materials', 'highlight'),
    ],
    pages: Array.from({ length: count }, (_, page) => ({
      label: `第 ${page + 1} 页 / 共 ${count} 页`,
      rows: rows.slice(page * ROWS, (page + 1) * ROWS),
    })),
    foot: [
      hall.hours,
      hall.phone === undefined ? '' : `${hallLabel('phone')}：${hall.phone}`,
      hotline === undefined ? '' : `${settingsLabel('hotline')}：${hotline}`,
      [version && `${settingsLabel('version')}：${version}`, date && dateWords(date)]
        .filter(Boolean)
        .join('　'),
    ].filter((line) => line !== ''),
  };
}

function row(subject: Subject, hall: Hall): string[] {
  const { item, windows } = subject;
  const here = windows.filter((each) => each.hall.id === hall.id);
  const bring = (item.materials ?? []).filter((each) => each.waiver === undefined);
  const { fees } = item;
  return [
    item.name,
    listWords(here.map(({ window }) => windowLabel(window))),
    committedWords(subject, undefined),
    fees === undefined ? '' : fees === '不收费' ? '不收费' : itemLabel('fees'),
    item.materials === undefined ? '' : `${bring.length}项`,
  ];
}
