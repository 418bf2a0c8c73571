import type { Catalog } from '../../model/catalog.ts';
import type { Hall } from '../../model/schema.gen.ts';
import type { CodeBlock, Fact } from '../guide.ts';
import { hallLabel } from '../labels.ts';
import { plainFact } from '../words.ts';
import { openWindows, windowLabel } from './halls.ts';
import { type About, aboutCatalogue } from './printed.ts';

/** The plate that stands on a window: its number, what is done there, and where to read more. */
export interface Plate {
  readonly number: string;
  readonly name: string;
  readonly place: string;
  readonly facts: readonly Fact[];
  readonly itemsTitle: string;
  readonly items: readonly string[];
  readonly code?: CodeBlock;
}

/** The plates of a hall's open windows. */
export interface Plates {
  readonly title: string;
  readonly plates: readonly Plate[];
  readonly about: About;
}

/** Composes the plates of a hall. */
export function hallPlates(hall: Hall, catalog: Catalog): Plates {
  const { site, hotline } = catalog.settings.value;
  return {
    title: `${hall.name} 窗口桌牌`,
    plates: openWindows(hall, catalog).map(({ window, items }) => ({
      number: windowLabel(window),
      name: window.number === undefined ? '' : window.name,
      place: [hall.name, window.floor].filter(Boolean).join(' '),
      facts: [
        ...plainFact(hallLabel('windows.role', 'short'), window.role),
        ...plainFact(hallLabel('windows.hours', 'short'), window.hours ?? hall.hours),
        ...plainFact(hallLabel('windows.phone', 'short'), window.phone ?? hall.phone),
        ...plainFact('投诉', hotline),
      ],
      itemsTitle: items.length === 0 ? '' : `在这里办理的事项（${items.length}项）`,
      items: items.map(({ value }) => value.name),
      ...(site === undefined
        ? {}
        : { code: { kind: 'code', content: site, caption: '扫码看办事指南' } }),
    })),
    about: aboutCatalogue(catalog),
  };
}
