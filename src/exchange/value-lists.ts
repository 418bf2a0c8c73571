import type { WriteSheet } from 'hucre/xlsx';
import type { Column } from './layout.ts';
import type { Table } from './tables.ts';

/** The sheet with all values that may be chosen. */
export const VALUES_SHEET = '可选值';

/** Allowed values of coded columns. */
export interface ValueLists {
  /** By the head of the column; with its sheet where the same head has other values elsewhere. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly headOf: ReadonlyMap<Column, string>;
}

type Validation = NonNullable<WriteSheet['dataValidations']>[number];

/** The allowed values of all coded columns, in the order of the sheets. */
export function valueLists(tables: readonly Table[]): ValueLists {
  const lists = new Map<string, readonly string[]>();
  const headOf = new Map<Column, string>();
  for (const { layout } of tables) {
    for (const column of layout.columns) {
      const values = valuesOf(column);
      if (values.length === 0) continue;
      const same = lists.get(column.head) ?? values;
      const isSame = same.join() === values.join();
      const head = isSame ? column.head : `${layout.name}.${column.head}`;
      lists.set(head, values);
      headOf.set(column, head);
    }
  }
  return { lists, headOf };
}

function valuesOf({ form, schema }: Column): readonly string[] {
  return form === 'boolean' ? ['是', '否'] : (schema.enum ?? []);
}

/** What a coded column offers from its second line to `last`: a list, or a hint for several. */
export function validationOf(
  column: Column,
  letter: string,
  last: number,
  { lists, headOf }: ValueLists,
): Validation[] {
  const head = headOf.get(column);
  const values = valuesOf(column);
  if (head === undefined) return [];
  const shared: Validation = {
    type: 'textLength',
    operator: 'greaterThanOrEqual',
    formula1: '0',
    range: `${letter}2:${letter}${last}`,
    allowBlank: true,
    showInputMessage: true,
    inputTitle: clip(column.head, 32),
    inputMessage: clip(`可以填几个，一行一个：${values.join('、')}`, 250),
  };
  if (column.form === 'list') return [shared];
  const at = letterOf([...lists.keys()].indexOf(head));
  return [
    {
      ...{ type: 'list', range: shared.range, allowBlank: true },
      formula1: `'${VALUES_SHEET}'!$${at}$2:$${at}$${values.length + 1}`,
      ...{ showErrorMessage: true, errorStyle: 'stop', errorTitle: clip(column.head, 32) },
      errorMessage: clip(`请从列表里选：${values.join('、')}`, 220),
    },
  ];
}

function clip(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** The letters of a column, from 0: A, B … AA. */
export function letterOf(column: number): string {
  const first = Math.floor(column / 26);
  const last = String.fromCharCode(65 + (column % 26));
  return first === 0 ? last : letterOf(first - 1) + last;
}
