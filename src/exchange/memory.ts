import type { Item } from '../model/schema.gen.ts';
import { isSameKey, keyHeads } from './align.ts';
import { type Column, headsOf, type SheetLayout, sheetsOf } from './layout.ts';
import { checksum, codesOf, type Mark, readMark, rowChecksum, writeMark } from './mark.ts';
import type { ReadRow } from './read-tables.ts';
import { cellsOf, entriesAt, rowsOf } from './rows.ts';

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

/** A cell of what a source says: of the item itself, or of an entry of one of its lists. */
export interface MemoryCell {
  readonly layout: SheetLayout;
  readonly head: string;
  /** The entry as the catalogue has it, and its place there; undefined for the item itself. */
  readonly entry?: { readonly value: unknown; readonly index: number };
}

/** The cell that stands for a JSON pointer of an item; undefined where a source cannot say it. */
export function memoryCell(item: unknown, pointer: string): MemoryCell | undefined {
  const steps = pointer.slice(1).split('/');
  for (const layout of SOURCE_SHEETS) {
    const { list = [], columns } = layout;
    if (list.some((key, at) => steps[at] !== key)) continue;
    const isRecord = layout.list === undefined;
    const path = steps.slice(list.length + (isRecord ? 0 : 1)).join('/');
    const column = columns.find((one) => one.path.join('/') === path);
    if (column === undefined) continue;
    if (isRecord) return { layout, head: column.head };
    const index = Number(steps[list.length]);
    const value = entriesAt(item, layout)?.[index];
    if (value !== undefined) return { layout, head: column.head, entry: { value, index } };
  }
  return undefined;
}

/** The same memory with another checksum for one cell. */
export function amendMemory(text: string, cell: MemoryCell, sum: string): string {
  const memory = readMemory(text);
  const amended = markOf(memory.get(cell.layout.name) ?? [], cell);
  const words = [...memory].flatMap(([name, marks]) =>
    marks.map((mark) => {
      const cells = new Map(mark.cells);
      if (mark === amended) cells.set(cell.head, sum);
      if (cells.get(cell.head) === '') cells.delete(cell.head);
      return `${name}=${writeMark({ ...mark, cells })}`;
    }),
  );
  return words.join(' ');
}

/** What the source said of the entry: by the entry's name, then by its place. */
function markOf(marks: readonly Mark[], { layout, entry }: MemoryCell): Mark | undefined {
  if (entry === undefined) return marks[0];
  const heads = keyHeads(layout.columns);
  const cells = cellsOf(entry.value, layout.columns, {});
  const own = heads.map((head) => {
    return checksum(cells[layout.columns.findIndex((column) => column.head === head)] ?? '');
  });
  const keyOf = ({ cells: its }: Mark): string[] => heads.map((head) => its.get(head) ?? '');
  const named = marks.find((mark) => isSameKey(own, keyOf(mark)));
  return named ?? marks.find(({ index }) => index === entry.index);
}

/** An item as it is written by its first import: with what its source said. */
export function remembering(item: Partial<Item>): Partial<Item> {
  const read = writeMemory(rowsOfItem(item));
  return { ...item, imported: { ...item.imported, read } };
}
