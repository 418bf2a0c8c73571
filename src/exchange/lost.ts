import type { Catalog } from '../model/catalog.ts';
import type { Item } from '../model/schema.gen.ts';
import type { SheetLayout } from './layout.ts';
import { checksum, rowChecksum } from './mark.ts';
import { readMemory, rowsOfItem } from './memory.ts';
import type { ReadRow } from './read-tables.ts';

/** A file that is to be written over: what was changed in it since it was imported. */
export interface Lost {
  readonly path: string;
  /** Names of the fields and lists, in the order of the schema. */
  readonly fields: readonly string[];
}

/** What people have changed in items and an import that overwrites them takes away. */
export function lostBy(items: ReadonlyMap<string, Partial<Item>>, catalog: Catalog): Lost[] {
  return catalog.items.flatMap(({ path, value }) => {
    const item = items.get(path);
    if (item === undefined) return [];
    const memory = readMemory(value.imported?.read ?? '');
    const theirs = rowsOfItem(item);
    const fields = [...rowsOfItem(value)].flatMap(([layout, rows]) => {
      const others = theirs.get(layout) ?? [];
      if (layout.list !== undefined) {
        const before = memory.get('事项')?.[0]?.lists.get(layout.name) ?? [];
        const now = sums(rows, layout);
        const isHand = now.join() !== before.join() && now.join() !== sums(others, layout).join();
        return isHand ? [layout.name] : [];
      }
      const mark = memory.get(layout.name)?.[0];
      return layout.columns.flatMap(({ head }) => {
        const ours = rows[0]?.cells.get(head) ?? '';
        if (ours === (others[0]?.cells.get(head) ?? '') || head === '标识') return [];
        return checksum(ours) === (mark?.cells.get(head) ?? '') ? [] : [head];
      });
    });
    return fields.length === 0 ? [] : [{ path, fields }];
  });
}

function sums(rows: readonly ReadRow[], { columns }: SheetLayout): string[] {
  return rows.map(({ cells }) => rowChecksum(columns.map(({ head }) => cells.get(head) ?? '')));
}
