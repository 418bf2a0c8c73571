import type { Catalog, Entry } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import type { Guide } from '../guide.ts';
import { settingsLabel } from '../labels.ts';
import { dateWords } from '../words.ts';
import { composeBrief, composeMaterialsChapter } from './brief.ts';
import { itemsAt, openWindows, windowLabel } from './halls.ts';
import { byInitial, type IndexGroup } from './pinyin.ts';
import { type About, aboutCatalogue } from './printed.ts';

/** Several guides bound together, with contents and an index by sound. */
export interface Handbook {
  /** Name of the file, without its ending. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** Who publishes it, version and date, a line each. */
  readonly imprint: readonly string[];
  readonly contentsTitle: string;
  /** Departments in order, each with its chapters. */
  readonly parts: readonly { readonly title: string; readonly guides: readonly Guide[] }[];
  readonly indexTitle: string;
  readonly index: readonly IndexGroup<Guide>[];
  readonly about: About;
}

interface Scope {
  readonly id: string;
  readonly name: string;
  readonly items: readonly Entry<Item>[];
}

const KINDS = [
  { id: 'service', title: '服务手册', chapter: composeBrief },
  { id: 'materials', title: '受理材料标准化手册', chapter: composeMaterialsChapter },
];

/** Both handbooks of the catalogue, of every department, hall and window that has items. */
export function composeHandbooks(catalog: Catalog, guides: readonly Guide[]): Handbook[] {
  const byId = new Map(guides.map((guide) => [guide.id, guide]));
  return scopesOf(catalog)
    .filter((scope) => scope.items.length > 0)
    .flatMap((scope) =>
      KINDS.map(({ id, title, chapter }) => {
        const chapters = scope.items.flatMap((entry) => {
          const guide = byId.get(entry.id);
          return guide === undefined ? [] : [chapter(guide)];
        });
        return handbook(`${scope.id}-${id}`, title, scope.name, chapters, catalog);
      }),
    );
}

function scopesOf(catalog: Catalog): Scope[] {
  const departments = [...catalog.departments.values()].map(({ id, value }) => ({
    id: `department-${id}`,
    name: value.name,
    items: catalog.items.filter((entry) => entry.value.department === id),
  }));
  const halls = [...catalog.halls.values()].flatMap(({ id, value }): Scope[] => [
    { id: `hall-${id}`, name: value.name, items: itemsAt(catalog, id) },
    ...openWindows(value, catalog).map(({ window, items }) => ({
      id: `window-${id}-${window.id}`,
      name: `${value.name} ${windowLabel(window)}`,
      items,
    })),
  ]);
  const { region, publisher, title } = catalog.settings.value;
  const whole = { id: 'catalogue', name: region ?? publisher ?? title, items: catalog.items };
  return [whole, ...departments, ...halls];
}

function handbook(
  id: string,
  title: string,
  subtitle: string,
  guides: readonly Guide[],
  catalog: Catalog,
): Handbook {
  const { publisher, version, date } = catalog.settings.value;
  const parts = new Map<string, Guide[]>();
  for (const guide of guides) {
    const { name } = guide.department;
    parts.set(name, [...(parts.get(name) ?? []), guide]);
  }
  return {
    id,
    title,
    subtitle,
    imprint: [
      publisher ?? '',
      version === undefined ? '' : `${settingsLabel('version')}：${version}`,
      date === undefined ? '' : dateWords(date),
    ].filter((line) => line !== ''),
    contentsTitle: '目录',
    parts: [...parts].map(([name, list]) => ({ title: name, guides: list })),
    indexTitle: '拼音首字母索引',
    index: byInitial(guides, (guide) => guide.title),
    about: aboutCatalogue(catalog),
  };
}
