import type { Catalog } from '../model/catalog.ts';
import { idOfPath, kindOfPath } from '../model/kinds.ts';
import { headsOf, KINDS, type SheetLayout, sheetsOf } from './layout.ts';
import type { ReadBook, ReadRow } from './read-tables.ts';
import { type Row, rowsOf } from './rows.ts';
import { entriesOf } from './tables.ts';

/** The name and version of what is written; `import` knows it by this. */
export const JSON_FORMAT = 'mingbai-catalog/1';

/** All values of a catalogue by the path of their file, keys as the schemas have them. */
export function catalogJson(catalog: Catalog): string {
  const files = Object.fromEntries(
    KINDS.flatMap((kind) => entriesOf(catalog, kind)).map(({ path, value }) => [path, value]),
  );
  return `${JSON.stringify({ format: JSON_FORMAT, files }, undefined, 2)}\n`;
}

/** The values of an exported catalogue as rows that bear no mark; undefined for any other text. */
export function bookOfJson(text: string): ReadBook | undefined {
  const files = readFiles(text);
  if (files === undefined) return undefined;
  const entries = Object.entries(files).flatMap(([path, value]) => {
    const kind = kindOfPath(path);
    return kind === undefined ? [] : [{ kind, id: idOfPath(path), value }];
  });
  const tables = KINDS.flatMap((kind) => {
    const own = entries.filter((entry) => entry.kind === kind);
    return sheetsOf(kind).map((layout) => ({
      layout,
      heads: new Set(headsOf(layout)),
      rows: own.flatMap((entry) => rowsOf(entry, layout, {}).map((row) => readRow(row, layout))),
    }));
  });
  return { tables, exported: new Map(), remarks: [] };
}

function readFiles(text: string): Record<string, unknown> | undefined {
  if (!text.includes(JSON_FORMAT)) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { format, files } = (parsed ?? {}) as { format?: unknown; files?: unknown };
  const isOwn = format === JSON_FORMAT && typeof files === 'object' && files !== null;
  // Its values are checked cell by cell.
  return isOwn ? (files as Record<string, unknown>) : undefined;
}

function readRow({ id, name, index, cells }: Row, { columns }: SheetLayout): ReadRow {
  const texts = columns.map(({ head }, at) => [head, cells[at] ?? ''] as const);
  return {
    ...{ line: 0, id, name, isNone: index === 'none' },
    cells: new Map(texts.filter(([, text]) => text !== '')),
  };
}
