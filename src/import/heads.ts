import { say } from '../model/words.ts';
import { ImportFailure } from './failure.ts';
import type { Table, TableColumn } from './table.ts';

/** Which heads of a table stand for which fields. */
export interface Heads {
  /** By head, the fields understood. */
  readonly paths: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, TableColumn>;
  /** Heads that stand for no field. */
  readonly unknown: readonly string[];
  /** Heads that are kept in the record by design. */
  readonly kept: readonly string[];
  /** Whether 办理时限 is the only head for a limit. */
  readonly isPlainLimit: boolean;
}

/** Sorts the heads; refuses a table in which nothing, or no name, is known. */
export function headsOf(table: Table): Heads {
  const paths = new Map<string, string>();
  const kept: string[] = [];
  const unknown: string[] = [];
  for (const { head, path } of table.columns) {
    if (path === undefined) unknown.push(head);
    else if (path === 'kept') kept.push(head);
    else paths.set(head, fieldOf(path));
  }
  const known = new Set(paths.values());
  const isPlainLimit = !known.has('limits.statutory') && !known.has('limits.committed');
  if (isPlainLimit) {
    for (const [head, path] of paths) if (path === 'limit') paths.set(head, 'limits.committed');
  }
  if (known.size === 0) throw unknownColumns(table.columns.map(({ head }) => head));
  if (!known.has('name') && !known.has('subname')) throw noName();
  const columns = new Map(table.columns.map((column) => [column.head, column]));
  return { paths, columns, unknown, kept, isPlainLimit };
}

function unknownColumns(heads: readonly string[]): ImportFailure {
  const some = heads.slice(0, 8);
  return new ImportFailure(
    say(`没有认得的栏目：${some.join('、')}`, `no column is known: ${some.join(', ')}`),
  );
}

function noName(): ImportFailure {
  return new ImportFailure(
    say(
      '没有“事项名称”这一栏，无法导入',
      'there is no column with the name of the item (事项名称)',
    ),
  );
}

/** The field a column feeds: 收费标准 and 收费依据 feed 收费, a unit feeds its limit. */
export function fieldOf(path: string): string {
  return path.replace(/@.*/, '');
}
