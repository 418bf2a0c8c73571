import { PART_KINDS, PART_NAME, type PartKind } from '../columns.ts';
import type { PartCell, PartRow, Row } from '../table.ts';
import { type Block, partKindOf } from './block.ts';

/** Fields of an item that only say which item a row of an annex belongs to. */
const TIES = /^(?:name|subname|department|codes?(?:\..*)?|type|kept)$/;

/** Whether a table lists entries of items that stand in another table. */
export function isAnnex(block: Block): boolean {
  const paths = block.columns.flatMap(({ path }) => (path === undefined ? [] : [path]));
  const kinds = kindsOf(block);
  const own = paths.filter((path) => partKindOf(path) === undefined);
  return kinds.length > 0 && own.every((path) => TIES.test(path));
}

/** Whether the table has what its rows can be tied by. */
export function hasTie(block: Block): boolean {
  return block.columns.some(({ path }) => /^(?:name|subname|codes?(?:\..*)?)$/.test(path ?? ''));
}

/** Kinds of entries that the table has the names of. */
export function kindsOf(block: Block): PartKind[] {
  return PART_KINDS.filter((kind) =>
    block.columns.some(({ path }) => path === `${kind}[].${PART_NAME[kind]}`),
  );
}

/** The entries of an annex by the item they belong to, and rows that belong to none. */
export interface Annexed {
  readonly entries: Map<Row, Map<PartKind, PartRow[]>>;
  readonly untied: { readonly place: string; readonly text: string }[];
}

/** Ties the rows of an annex to items by code, by name and department, or by name alone. */
export function tieAnnex(block: Block, sheet: string | undefined, keys: ItemKeys): Annexed {
  const entries = new Map<Row, Map<PartKind, PartRow[]>>();
  const untied: { place: string; text: string }[] = [];
  const { grid, columns } = block;
  let before: Row | undefined;
  for (let row = block.from; row < block.to; row += 1) {
    const texts = columns.map(({ column }) => grid.text(row, column));
    if (texts.every((text) => text === '')) continue;
    const tie = tieOf(block, row);
    const item = tie.size === 0 ? before : keys.find(tie);
    before = item;
    const place = { number: row + 1, ...(sheet === undefined ? {} : { sheet }) };
    const fields = fieldsOf(block, row);
    if (item === undefined || fields.size === 0) {
      const where = sheet === undefined ? '' : `“${sheet}”`;
      untied.push({
        place: `${where}第${row + 1}行`,
        text: texts.filter((text) => text !== '').join(' '),
      });
      continue;
    }
    const own = entries.get(item) ?? new Map<PartKind, PartRow[]>();
    entries.set(item, own);
    for (const [kind, cells] of fields) {
      own.set(kind, [...(own.get(kind) ?? []), { ...place, fields: cells }]);
    }
  }
  return { entries, untied };
}

function fieldsOf(block: Block, row: number): Map<PartKind, Map<string, PartCell>> {
  const kinds = new Map<PartKind, Map<string, PartCell>>();
  for (const { column, head, path } of block.columns) {
    const kind = partKindOf(path);
    const text = block.grid.text(row, column);
    if (kind === undefined || path === undefined || text === '') continue;
    const fields = kinds.get(kind) ?? new Map<string, PartCell>();
    kinds.set(kind, fields.set(path.slice(kind.length + 3), { head, text }));
  }
  return new Map([...kinds].filter(([kind, fields]) => fields.has(PART_NAME[kind])));
}

function tieOf(block: Block, row: number): Map<string, string> {
  const tie = new Map<string, string>();
  for (const { column, path } of block.columns) {
    const text = block.grid.text(row, column);
    if (path === undefined || text === '' || path === 'kept' || path === 'type') continue;
    if (TIES.test(path)) tie.set(path.startsWith('code') ? 'code' : path, bare(text));
  }
  return tie;
}

function bare(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}

/** Items by what an annex may name them by. */
export class ItemKeys {
  readonly #byCode = new Map<string, Row>();
  readonly #byName = new Map<string, Row[]>();
  readonly #departments = new Map<Row, string>();

  add(row: Row): void {
    for (const [head, text] of row.values ?? row.cells) {
      const path = row.columns?.get(head)?.path ?? '';
      if (/^codes?(?:\.|$)/.test(path)) this.#byCode.set(bare(text), row);
      if (path === 'department') this.#departments.set(row, bare(text));
      if (path !== 'name' && path !== 'subname') continue;
      const name = bare(text);
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), row]);
    }
  }

  /** The one item that fits; undefined where there is none or more than one. */
  find(tie: ReadonlyMap<string, string>): Row | undefined {
    const code = tie.get('code');
    const coded = code === undefined ? undefined : this.#byCode.get(code);
    if (coded !== undefined) return coded;
    const name = tie.get('subname') ?? tie.get('name');
    const named = name === undefined ? [] : (this.#byName.get(name) ?? []);
    const department = tie.get('department');
    const own = named.filter(
      (row) => department === undefined || this.#departments.get(row) === department,
    );
    return own.length === 1 ? own[0] : undefined;
  }
}
