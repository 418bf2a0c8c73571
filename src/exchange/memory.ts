import type { Item } from '../model/schema.gen.ts';
import { type Column, headsOf, type SheetLayout, sheetsOf } from './layout.ts';
import { checksum, codesOf, type Mark, readMark, rowChecksum, writeMark } from './mark.ts';
import type { ReadRow } from './read-tables.ts';
import { rowsOf } from './rows.ts';

/** Which values of an item a source can say: not how it was imported, nor what is excused. */
export function isOfSource({ list, path }: { list?: readonly string[]; path?: readonly string[] }) {
  const [first] = list ?? path ?? [];
  return first !== 'imported' && first !== 'allow';
}

/** The sheets of items that a source can fill, with their columns. */
export const SOURCE_SHEETS: readonly SheetLayout[] = sheetsOf('item')
  .filter(({ list }) => isOfSource(list === undefined ? {} : { list }))
  .map((layout) => ({ ...layout, columns: layout.columns.filter(isOfSource) }));

/** The values that an import gave an item, as rows of sheets that bear no mark. */
export function rowsOfItem(item: Partial<Item>): Map<SheetLayout, ReadRow[]> {
  const id = item.id ?? '';
  return new Map(
    SOURCE_SHEETS.map((layout) => {
      const rows = rowsOf({ id, value: item }, layout, {});
      return [layout, rows.map((row) => readRow(row, layout.columns))];
    }),
  );
}

function readRow(
  { id, name, index, cells }: ReturnType<typeof rowsOf>[number],
  columns: readonly Column[],
): ReadRow {
  const texts = columns.map(({ head }, at) => [head, cells[at] ?? ''] as const);
  return {
    ...{ line: 0, id, name, isNone: index === 'none' },
    cells: new Map(texts.filter(([, text]) => text !== '')),
  };
}

/** What a source said last time, by the name of the sheet; entries in their order. */
export type Memory = ReadonlyMap<string, readonly Mark[]>;

/**
 * What a source says, as one text that an item keeps. `before` gives for a cell that was not taken
 * what the source had said of it the time before, so that it is told again.
 */
export function writeMemory(
  sheets: ReadonlyMap<SheetLayout, readonly ReadRow[]>,
  before: (row: ReadRow, head: string) => string | undefined = () => undefined,
): string {
  const words: string[] = [];
  for (const [layout, rows] of sheets) {
    for (const [index, row] of rows.filter(({ isNone }) => !isNone).entries()) {
      const cells = new Map<string, string>();
      for (const { head } of layout.columns) {
        const sum = before(row, head) ?? checksum(row.cells.get(head) ?? '');
        if (sum !== '') cells.set(head, sum);
      }
      const isRecord = layout.list === undefined;
      const place = isRecord ? {} : { index };
      const lists = isRecord ? listSums(sheets) : new Map<string, string[]>();
      words.push(`${layout.name}=${writeMark({ ...place, cells, lists })}`);
    }
  }
  return words.join(' ');
}

function listSums(sheets: ReadonlyMap<SheetLayout, readonly ReadRow[]>): Map<string, string[]> {
  const sums = new Map<string, string[]>();
  for (const [{ list, name, columns }, rows] of sheets) {
    const entries = rows.filter(({ isNone }) => !isNone);
    if (list === undefined || entries.length === 0) continue;
    sums.set(
      name,
      entries.map(({ cells }) => rowChecksum(columns.map(({ head }) => cells.get(head) ?? ''))),
    );
  }
  return sums;
}

/** What an item remembers; what cannot be read is forgotten. */
export function readMemory(text: string): Memory {
  const memory = new Map<string, Mark[]>();
  const lists = codesOf(SOURCE_SHEETS.map(({ name }) => name));
  for (const word of text.split(' ')) {
    const at = word.indexOf('=');
    const layout = SOURCE_SHEETS.find(({ name }) => name === word.slice(0, at));
    const mark =
      layout === undefined
        ? undefined
        : readMark(word.slice(at + 1), codesOf(headsOf(layout)), lists);
    if (layout === undefined || mark === undefined) continue;
    memory.set(layout.name, [...(memory.get(layout.name) ?? []), mark]);
  }
  return memory;
}

/** The same memory with another checksum for a field of the item itself. */
export function amendMemory(text: string, head: string, sum: string): string {
  const words = [...readMemory(text)].flatMap(([name, marks]) =>
    marks.map((mark) => {
      const cells = new Map(mark.cells);
      if (name === SOURCE_SHEETS[0]?.name) cells.set(head, sum);
      if (cells.get(head) === '') cells.delete(head);
      return `${name}=${writeMark({ ...mark, cells })}`;
    }),
  );
  return words.join(' ');
}

/** An item as it is written by its first import: with what its source said. */
export function remembering(item: Partial<Item>): Partial<Item> {
  const read = writeMemory(rowsOfItem(item));
  return { ...item, imported: { ...item.imported, read } };
}
