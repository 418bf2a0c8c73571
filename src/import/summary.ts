import type { Item } from '../model/schema.gen.ts';
import { say, type Words } from '../model/words.ts';
import { MOST } from './bounds.ts';
import type { Columns } from './columns.ts';
import type { Departments, ImportedBody } from './departments.ts';
import type { Heads } from './heads.ts';
import { nearestHead } from './map.ts';
import { type Conclusion, labelOf, type Reading } from './reading.ts';
import { type LeftOut, placeOf, type Row, type Table } from './table.ts';

/** An item ready to be written, with how it was read. */
export interface ImportedItem {
  readonly path: string;
  readonly id: string;
  /** Made anew each time. */
  readonly item: Partial<Item>;
  readonly reading: Reading;
  readonly row: Row;
}

/** How often a column was filled, understood in full, and left with something to settle. */
export interface FieldCount {
  readonly path: string;
  readonly label: string;
  readonly heads: readonly string[];
  filled: number;
  understood: number;
  unresolved: number;
}

/** How often a rule was applied, and to which words. */
export interface Counted {
  times: number;
  readonly details: Map<string, number>;
}

/** All that the report tells. */
export interface Summary {
  readonly fileName: string;
  readonly records: number;
  readonly items: readonly ImportedItem[];
  readonly departments: number;
  readonly fields: readonly FieldCount[];
  readonly conclusions: ReadonlyMap<Conclusion, Counted>;
  readonly alike: readonly (readonly [ImportedBody, ImportedBody])[];
  /** Departments whose name was written in several ways. */
  readonly merged: readonly ImportedBody[];
  readonly unknown: readonly string[];
  readonly kept: readonly string[];
  readonly remarks: readonly string[];
  /** Rows that are no items: sections, totals, signatures, rows without a name. */
  readonly leftOut: readonly LeftOut[];
  /** By unknown head: the known one that is most like it. */
  readonly near: ReadonlyMap<string, string>;
}

/** Counts what was read. */
export function summarise(result: {
  readonly fileName: string;
  readonly table: Table;
  readonly heads: Heads;
  readonly items: readonly ImportedItem[];
  readonly departments: Departments;
  readonly columns: Columns;
}): Summary {
  const { table, heads, items, departments } = result;
  const bodies = departments.all();
  const conclusions = new Map<Conclusion, Counted>();
  for (const { reading } of items) {
    for (const { kind, detail } of reading.conclusions) {
      const counted = conclusions.get(kind) ?? { times: 0, details: new Map<string, number>() };
      conclusions.set(kind, counted);
      counted.times += 1;
      if (detail !== '') counted.details.set(detail, (counted.details.get(detail) ?? 0) + 1);
    }
  }
  return {
    fileName: result.fileName,
    records: table.rows.length,
    items,
    departments: bodies.filter(({ name }) => name !== UNNAMED).length,
    fields: countFields(heads, items),
    conclusions,
    alike: departments.alike(),
    merged: bodies.filter((body) => body.names.size > 1),
    unknown: heads.unknown,
    kept: heads.kept,
    remarks: [...table.remarks, ...equalNames(items), ...notCompared(bodies.length)],
    leftOut: table.leftOut ?? [],
    near: nearHeads(heads.unknown, result.columns),
  };
}

/** What an item's department is called that names none. */
export const UNNAMED = '（未填写实施主体）';

function nearHeads(unknown: readonly string[], columns: Columns): Map<string, string> {
  const near = unknown.map((head) => [head, nearestHead(head, columns)] as const);
  return new Map(near.flatMap(([head, one]) => (one === undefined ? [] : [[head, one]])));
}

const MOST_EQUAL = 20;

/** Items of one department that are called the same. */
function equalNames(items: readonly ImportedItem[]): string[] {
  const places = new Map<string, string[]>();
  for (const { reading, row, path } of items) {
    const { name } = reading.draft;
    if (name === undefined) continue;
    const key = `${path.slice(0, path.lastIndexOf('/'))}\n${name}`;
    places.set(key, [...(places.get(key) ?? []), placeOf(row)]);
  }
  const equal = [...places].filter(([, rows]) => rows.length > 1);
  const told = equal
    .slice(0, MOST_EQUAL)
    .map(
      ([key, rows]) =>
        `同一实施主体有 ${rows.length} 项都叫“${key.split('\n')[1]}”：第 ${rows.join('、')} 行，请核对`,
    );
  const more = equal.length - told.length;
  return more > 0 ? [...told, `另有 ${more} 个名称重复`] : told;
}

function notCompared(bodies: number): string[] {
  if (bodies <= MOST.compared) return [];
  return [`实施主体超过 ${MOST.compared} 个，没有比较哪些名称相近`];
}

function countFields(heads: Heads, items: readonly ImportedItem[]): FieldCount[] {
  const fields = new Map<string, FieldCount>();
  for (const [head, path] of heads.paths) {
    const before = fields.get(path)?.heads ?? [];
    const none = { filled: 0, understood: 0, unresolved: 0 };
    fields.set(path, { path, label: labelOf(path), heads: [...before, head], ...none });
  }
  for (const { reading } of items) {
    const open = new Set(reading.unresolved.map(({ path }) => path));
    for (const field of fields.values()) {
      if (!reading.isFilled(field.path)) continue;
      field.filled += 1;
      if (open.has(field.path)) field.unresolved += 1;
      else field.understood += 1;
    }
  }
  return [...fields.values()];
}

/** The name of an item; where it has none, where it stands. */
export function nameOf(reading: Reading, row: Row): string {
  return reading.draft.name ?? `（第${placeOf(row)}条没有名称）`;
}

/** Items, departments, fields read and concluded, and what is left to people: all in one line. */
export function totalWords(summary: Summary): Words {
  const { items, departments, fields, conclusions, leftOut } = summary;
  const read = fields.reduce((sum, { understood }) => sum + understood, 0);
  const concluded = [...conclusions.values()].reduce((sum, { times }) => sum + times, 0);
  const lacking = (path: string): number =>
    items.filter(({ reading }) => !reading.isFilled(path)).length;
  const nameless = leftOut.filter(({ isOpen }) => isOpen === true).length;
  const open = items.reduce((sum, { reading }) => sum + reading.unresolved.length, nameless);
  const [names, bodies, types] = [lacking('name'), lacking('department'), lacking('type')];
  return say(
    `已导入 ${items.length} 项，实施主体 ${departments} 个；读懂 ${read} 栏，按规则得出 ${concluded} 处，` +
      `待整理 ${open} 处（其中没有名称 ${names + nameless}、没有实施主体 ${bodies}、没有事项类型 ${types}）`,
    `${items.length} items and ${departments} departments imported; ${read} fields read, ` +
      `${concluded} concluded, ${open} left to people (without name ${names + nameless}, ` +
      `without department ${bodies}, without type ${types})`,
  );
}
