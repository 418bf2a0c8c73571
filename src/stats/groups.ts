import type { Catalog } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { type FigureSpec, type Judged, Sum, type Total } from './figure.ts';

/** The figures of one department, type, level or theme. */
export interface Group {
  readonly name: string;
  /** Items that belong to it, counted or not. */
  readonly items: number;
  readonly figures: readonly Total[];
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
  namesOf(item: Item, catalog: Omit<Catalog, 'items'>): readonly string[];
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

/** Figures by department, type, level and theme, added up item by item. */
export class GroupCount {
  readonly #catalog: Omit<Catalog, 'items'>;
  readonly #specs: readonly FigureSpec[];
  readonly #ways = WAYS.map(() => new Map<string, { items: number; readonly sums: Sum[] }>());

  constructor(catalog: Omit<Catalog, 'items'>, specs: readonly FigureSpec[]) {
    this.#catalog = catalog;
    this.#specs = specs;
  }

  /** Takes an item with what it gives to each figure, in their order. */
  take(item: Item, judged: readonly Judged[]): void {
    for (const [at, groups] of this.#ways.entries()) {
      for (const name of WAYS[at]?.namesOf(item, this.#catalog) ?? []) {
        const group = groups.get(name) ?? { items: 0, sums: this.#specs.map(() => new Sum()) };
        groups.set(name, group);
        group.items += 1;
        for (const [which, sum] of group.sums.entries()) sum.take(judged[which] ?? []);
      }
    }
  }

  /** Groups in the order of their names. */
  get groupings(): readonly Grouping[] {
    return WAYS.map(({ key, label }, at) => {
      const groups = [...(this.#ways[at] ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
      return { key, label, groups: groups.map(([name, group]) => this.#groupOf(name, group)) };
    });
  }

  #groupOf(name: string, { items, sums }: { items: number; readonly sums: Sum[] }): Group {
    const figures = this.#specs.flatMap((spec, at) => sums[at]?.total(spec) ?? []);
    return { name, items, figures };
  }
}
