import type { Catalog } from '../../model/catalog.ts';
import type { Item } from '../../model/schema.gen.ts';
import { say, type Words } from '../../model/words.ts';

/** A place that has to be filled, with its value and, in a list, the words for the row. */
export interface ElementPlace {
  /** JSON pointer with canonical keys. */
  readonly pointer: string;
  readonly value: unknown;
  /** Says which row of a list is meant: 材料“申请书”的; asked for only where there is a gap. */
  readonly row?: () => Words;
}

/** One element (要素) of a guide; it is filled when all of its places are. */
export interface Element {
  readonly label: Words;
  /** The rule that reports a gap here, where it is not `incomplete-element`. */
  readonly rule?: string;
  /** Where it is to be written, if not where its gap is told: a JSON pointer. */
  readonly paste?: string;
  /** What this item would say there; absent where the schema's example will do. */
  readonly example?: (item: Item) => unknown;
  /** What to do where it stands in another file. */
  readonly elsewhere?: Words;
  /** Whether 无 is an answer (数量限制：无). */
  readonly noneIsAnswer?: boolean;
  /** No place: the element does not apply and is not counted. */
  places(item: Item, catalog: Catalog): readonly ElementPlace[];
}

/** An element at one place of every item for which `applies` holds. */
export function single(
  label: Words,
  pointer: string,
  value: (item: Item, catalog: Catalog) => unknown,
  more: Partial<Omit<Element, 'label' | 'places'>> & { applies?: (item: Item) => boolean } = {},
): Element {
  const { applies = () => true, ...rest } = more;
  return {
    label,
    ...rest,
    places: (item, catalog) => (applies(item) ? [{ pointer, value: value(item, catalog) }] : []),
  };
}

type Rows<K extends 'materials' | 'fees'> = K extends 'fees'
  ? Exclude<NonNullable<Item['fees']>, string>
  : NonNullable<Item['materials']>;
type Row<K extends 'materials' | 'fees'> = Rows<K>[number];

/** An element that each row of a list must have, where `applies` holds for the row. */
export function eachRow<K extends 'materials' | 'fees'>(
  label: Words,
  list: K,
  keys: readonly (keyof Row<K> & string)[],
  more: { rule?: string; applies?: (row: Row<K>, item: Item) => boolean } = {},
): Element {
  const { applies = () => true, ...rest } = more;
  return {
    label,
    ...rest,
    places: (item) => {
      const places: ElementPlace[] = [];
      for (const [index, row] of rowsOf(item, list).entries()) {
        if (!applies(row, item)) continue;
        for (const key of keys) places.push(new RowPlace(list, index, key, row[key], row.name));
      }
      return places;
    },
  };
}

/** A place in a row, put into words only where it is a gap: most are none. */
class RowPlace implements ElementPlace {
  readonly value: unknown;
  private readonly list: 'materials' | 'fees';
  private readonly index: number;
  private readonly key: string;
  private readonly name: string;

  constructor(
    list: 'materials' | 'fees',
    index: number,
    key: string,
    value: unknown,
    name: string,
  ) {
    this.value = value;
    this.list = list;
    this.index = index;
    this.key = key;
    this.name = name;
  }

  get pointer(): string {
    return `/${this.list}/${this.index}/${this.key}`;
  }

  row(): Words {
    return rowWords(this.list, this.name);
  }
}

function rowsOf<K extends 'materials' | 'fees'>(item: Item, list: K): Row<K>[] {
  const rows = item[list];
  return Array.isArray(rows) ? (rows as Row<K>[]) : [];
}

function rowWords(list: 'materials' | 'fees', name: string): Words {
  return list === 'fees'
    ? say(`收费项目“${name}”的`, ` of fee “${name}”`)
    : say(`材料“${name}”的`, ` of material “${name}”`);
}
