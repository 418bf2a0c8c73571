import type { Catalog } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { type Figure, figureOf } from './figure.ts';
import type { Place } from './place.ts';

/** The figures of one department, type, level or theme. */
export interface Group {
  readonly name: string;
  /** Items that belong to it, counted or not. */
  readonly items: number;
  readonly figures: readonly Figure[];
}

/** One way of parting the items. */
export interface Grouping {
  readonly key: 'department' | 'type' | 'level' | 'theme';
  readonly label: Words;
  readonly groups: readonly Group[];
}

const BLANK = '未填写';

/** The ways of parting the items; only themes overlap. */
const WAYS: readonly (Pick<Grouping, 'key' | 'label'> & {
  namesOf(item: Item, catalog: Catalog): readonly string[];
})[] = [
  {
    key: 'department',
    label: say('部门', 'department'),
    namesOf: ({ department }, { departments }) => [
      departments.get(department)?.value.name ?? department,
    ],
  },
  { key: 'type', label: say('事项类型', 'item type'), namesOf: ({ type }) => [type] },
  { key: 'level', label: say('行使层级', 'level'), namesOf: ({ level = BLANK }) => [level] },
  {
    key: 'theme',
    label: say('主题', 'theme'),
    namesOf: ({ themes }) => {
      const names = [...(themes?.person ?? []), ...(themes?.enterprise ?? [])];
      return names.length === 0 ? [BLANK] : [...new Set(names)];
    },
  },
];

/** Figures of the whole by department, type, level and theme, groups in order of their names. */
export function groupFigures(catalog: Catalog, figures: readonly Figure[]): readonly Grouping[] {
  return WAYS.map(({ key, label, namesOf }) => {
    const names = new Map(
      catalog.items.map(({ path, value }) => [path, namesOf(value, catalog)] as const),
    );
    const sizes = new Map<string, number>();
    for (const own of names.values()) {
      for (const name of own) sizes.set(name, (sizes.get(name) ?? 0) + 1);
    }
    const parted = figures.map((figure) => ({
      figure,
      working: partBy(figure.working, names),
      leftOut: partBy(figure.leftOut, names),
    }));
    const groups = [...sizes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, items]) => {
        const own = parted.map(({ figure: { spec }, working, leftOut }) =>
          figureOf(spec, working.get(name) ?? [], leftOut.get(name) ?? []),
        );
        return { name, items, figures: own };
      });
    return { key, label, groups };
  });
}

/** Rows by the groups that their item belongs to. */
function partBy<T extends Place>(
  rows: readonly T[],
  names: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, T[]> {
  const parts = new Map<string, T[]>();
  for (const row of rows) {
    for (const name of names.get(row.path) ?? []) {
      const part = parts.get(name);
      if (part === undefined) parts.set(name, [row]);
      else part.push(row);
    }
  }
  return parts;
}
