import type { Catalog, Entry } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { type Figure, type FigureSpec, measure } from './figure.ts';
import { openPolicy, type Policy } from './policy.ts';
import { selectItems } from './selection.ts';

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

/** The same figures by department, type, level and theme, groups in order of their names. */
export function groupItems(
  catalog: Catalog,
  policy: Policy,
  specs: readonly FigureSpec[],
): readonly Grouping[] {
  return WAYS.map(({ key, label, namesOf }) => {
    const members = new Map<string, Entry<Item>[]>();
    for (const entry of catalog.items) {
      for (const name of namesOf(entry.value, catalog)) {
        const list = members.get(name);
        if (list === undefined) members.set(name, [entry]);
        else list.push(entry);
      }
    }
    const groups = [...members]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, entries]) => {
        const limited = selectItems(catalog, policy, entries);
        const open = selectItems(catalog, openPolicy(policy), entries);
        const figures = specs.map((spec) => measure(spec, spec.limited === true ? limited : open));
        return { name, items: entries.length, figures };
      });
    return { key, label, groups };
  });
}
